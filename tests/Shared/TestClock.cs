using Microsoft.Extensions.Time.Testing;

namespace Weave;

/// <summary>
/// A clock that stands still until a test sets it forward. The runtime waits for moments between two milliseconds by delays of whole ones, and asks at once
/// again for the rest: a clock that stands just before the moment would be asked for ever. So delays of tasks end a millisecond late here.
/// </summary>
public sealed class TestClock(DateTimeOffset start) : FakeTimeProvider(start)
{
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(callback, state, state is Task && dueTime > TimeSpan.Zero ? dueTime + TimeSpan.FromMilliseconds(1) : dueTime, period);
}
