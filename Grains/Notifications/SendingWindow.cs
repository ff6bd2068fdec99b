namespace Weave.Notifications;

/// <summary>At most so many within any second: remembers when the latest ones were handed out.</summary>
internal sealed class SendingWindow(int perSecond)
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private readonly List<DateTimeOffset> _used = new(perSecond);

    /// <summary>Takes up to <paramref name="wanted"/> places and returns how many there were.</summary>
    public int Reserve(int wanted, DateTimeOffset now)
    {
        _used.RemoveAll(used => used <= now - Second);
        var free = Math.Clamp(perSecond - _used.Count, 0, wanted);
        for (var i = 0; i < free; i++)
            _used.Add(now);
        return free;
    }

    /// <summary>Gives places back that were not needed after all.</summary>
    public void Return(int count) => _used.RemoveRange(Math.Max(0, _used.Count - count), Math.Min(count, _used.Count));

    /// <summary>When there is a place again.</summary>
    public DateTimeOffset NextFree(DateTimeOffset now) => _used.Count < perSecond ? now : _used.Min() + Second;
}
