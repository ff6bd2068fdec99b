namespace Weave.Notifications;

/// <summary>
/// An even pace of so many a second. Whoever comes late catches up on a quarter of a second and no more: without that every delay would cost throughput, with
/// more of it a burst would meet the limit of the other side. This is the generic cell rate algorithm (ITU-T I.371).
/// </summary>
internal sealed class Pace(int perSecond)
{
    private static readonly TimeSpan Late = TimeSpan.FromMilliseconds(250);

    /// <summary>Waking up for each single place would cost a transaction each.</summary>
    private static readonly TimeSpan Nap = TimeSpan.FromMilliseconds(20);

    private readonly TimeSpan _step = TimeSpan.FromSeconds(1.0 / perSecond);
    private DateTimeOffset _next;

    /// <summary>Takes up to <paramref name="wanted"/> places and returns how many there were.</summary>
    public int Reserve(int wanted, DateTimeOffset now)
    {
        if (_next < now - Late)
            _next = now - Late;
        var free = (int)Math.Clamp(Math.Floor((now - _next) / _step) + 1, 0, wanted);
        _next += free * _step;
        return free;
    }

    /// <summary>Gives places back that were not needed after all.</summary>
    public void Return(int count) => _next -= count * _step;

    /// <summary>When to look for places again.</summary>
    public DateTimeOffset NextFree(DateTimeOffset now) => _next <= now ? now : _next < now + Nap ? now + Nap : _next;
}
