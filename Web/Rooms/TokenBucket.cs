namespace Weave.Rooms;

/// <summary>So many calls at once, then so many a second. May be asked by several connections at once.</summary>
internal sealed class TokenBucket(int burst, int perSecond, TimeProvider time)
{
    private readonly Lock _lock = new();
    private double _tokens = burst;
    private long _filled = time.GetTimestamp();

    /// <summary>Calls turned down since the last one that was let through.</summary>
    public int Denied { get; private set; }

    /// <summary>As good as new.</summary>
    public bool IsFull
    {
        get
        {
            lock (_lock)
            {
                Fill();
                return _tokens >= burst;
            }
        }
    }

    public bool Take()
    {
        lock (_lock)
        {
            Fill();
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

    private void Fill()
    {
        var now = time.GetTimestamp();
        _tokens = Math.Min(burst, _tokens + time.GetElapsedTime(_filled, now).TotalSeconds * perSecond);
        _filled = now;
    }
}
