using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace Weave.Members;

/// <summary>Counts the links asked for, by address and by network address, on this host.</summary>
internal sealed class SignInLimits : IDisposable
{
    private readonly PartitionedRateLimiter<(string Address, string Ip)> _limiter;

    public SignInLimits(IOptions<RateLimitOptions> options)
    {
        var limits = options.Value;
        _limiter = PartitionedRateLimiter.CreateChained(
            PartitionedRateLimiter.Create<(string Address, string Ip), string>(asked => Window(asked.Ip, limits.SignInsPerIp)),
            PartitionedRateLimiter.Create<(string Address, string Ip), string>(asked => Window(asked.Address, limits.SignInsPerAddress)));

        RateLimitPartition<string> Window(string key, int permits) => RateLimitPartition.GetFixedWindowLimiter(key,
            _ => new FixedWindowRateLimiterOptions { PermitLimit = permits, Window = limits.Window });
    }

    /// <summary>Refuses with <see cref="Refusal.TooMany"/>.</summary>
    public void Check(string address, string ip)
    {
        using var lease = _limiter.AttemptAcquire((address, ip));
        if (!lease.IsAcquired)
            throw new Refused(Refusal.TooMany, "Address");
    }

    public void Dispose() => _limiter.Dispose();
}
