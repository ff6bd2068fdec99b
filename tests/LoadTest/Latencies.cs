using System.Collections.Concurrent;

namespace Weave.LoadTest;

/// <summary>How long it took from a command's sending to an event's arrival, over all clients. In milliseconds.</summary>
internal sealed class Latencies
{
    private readonly ConcurrentBag<double> _samples = [];

    public int Count => _samples.Count;

    public void Add(TimeSpan latency) => _samples.Add(latency.TotalMilliseconds);

    /// <summary>The smallest sample that at least this part of all samples does not exceed; zero without samples.</summary>
    public double Percentile(double part)
    {
        var sorted = _samples.Order().ToArray();
        return sorted.Length == 0 ? 0 : sorted[Math.Clamp((int)Math.Ceiling(part * sorted.Length) - 1, 0, sorted.Length - 1)];
    }
}
