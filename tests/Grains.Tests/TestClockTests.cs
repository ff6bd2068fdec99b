using Xunit;

namespace Weave;

public sealed class TestClockTests
{
    [Fact]
    public async Task Who_waits_for_a_part_of_a_millisecond_does_not_hold_up_the_clock()
    {
        var clock = new TestClock(DateTimeOffset.UnixEpoch);
        var due = clock.GetUtcNow() + TimeSpan.FromMilliseconds(1000.5);
        var waiting = Wait();

        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.False(waiting.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(1));
        await waiting;

        async Task Wait()
        {
            while (due - clock.GetUtcNow() is { Ticks: > 0 } rest)
                await Task.Delay(rest, clock, TestContext.Current.CancellationToken);
        }
    }
}
