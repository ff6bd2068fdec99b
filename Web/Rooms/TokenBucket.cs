namespace Weave.Rooms;

/// <summary>So many calls at once, then so many a second. For one connection, whose calls come one after another.</summary>
internal sealed class TokenBucket(int burst, int perSecond, TimeProvider time)
{
    private double _tokens = burst;
    private long _filled = time.GetTimestamp();

    /// <summary>Calls turned down since the last one that was let through.</summary>
    public int Denied { get; private set; }

    public bool Take()
    {
        var now = time.GetTimestamp();
        _tokens = Math.Min(burst, _tokens + time.GetElapsedTime(_filled, now).TotalSeconds * perSecond);
        _filled = now;
        if (_tokens < 1)
        {
            Denied++;
            return false;
        }

        _tokens--;
        Denied = 0;
        return true;
    }
}
