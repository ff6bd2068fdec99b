using System.Runtime.InteropServices;

namespace Weave.Telegram.Emulator;

/// <summary>Counts messages by leaky buckets, one a chat and one for all, and answers 429 with the time to wait.</summary>
internal sealed class Throttle(RateLimits? limits, TimeProvider time)
{
    private readonly Dictionary<long, Bucket> _chats = [];
    private Bucket _all;

    public void Count(long chat)
    {
        if (limits is null)
            return;
        var now = time.GetUtcNow();
        var one = _chats.GetValueOrDefault(chat).Leaked(limits.PerChat, now);
        _all = _all.Leaked(limits.InAll, now);
        Refuse(one.Wait(limits.PerChat, limits.ChatBurst));
        Refuse(_all.Wait(limits.InAll, limits.BurstInAll));
        _chats[chat] = one.Add();
        _all = _all.Add();
    }

    private static void Refuse(double wait)
    {
        if (wait > 0)
            throw ApiError.TooManyRequests((int)Math.Ceiling(wait));
    }

    /// <summary>A leaky bucket: how full it was, and when.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Bucket(double Level, DateTimeOffset At)
    {
        public Bucket Leaked(double perSecond, DateTimeOffset now) =>
            new(Math.Max(0, Level - ((now - At).TotalSeconds * perSecond)), now);

        /// <summary>Seconds until one more fits.</summary>
        public double Wait(double perSecond, int size) => Math.Max(0, Math.Round(Level + 1 - size, 6) / perSecond);

        public Bucket Add() => this with { Level = Level + 1 };
    }
}
