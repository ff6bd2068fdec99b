using System.Collections.Concurrent;
using System.Diagnostics;

namespace Weave.LoadTest;

/// <summary>What all clients of a run have seen. Thread-safe.</summary>
internal sealed class Measures
{
    private readonly ConcurrentDictionary<string, long> _sent = new(StringComparer.Ordinal);
    private long _received;
    private long _gathered;
    private long _commands;
    private long _missed;

    /// <summary>From the sending of a command to the arrival of the event at each client it concerns.</summary>
    public Latencies Events { get; } = new();

    /// <summary>The same, of events only that change where everybody is: the stage, a round, the floor, the end.</summary>
    public Latencies Changes { get; } = new();

    /// <summary>From the press of "start" to the moment the last participant of the room knows their seat.</summary>
    public Latencies Seats { get; } = new();

    /// <summary>Events that have arrived, each at each client.</summary>
    public long Received => Interlocked.Read(ref _received);

    /// <summary>What has arrived besides, within one of these events.</summary>
    public long Gathered => Interlocked.Read(ref _gathered);

    public long Sent => Interlocked.Read(ref _commands);

    public long Missed => Interlocked.Read(ref _missed);

    /// <summary>Notes that a command is sent now, by the name its event is recognised by.</summary>
    public void Sending(string name)
    {
        Interlocked.Increment(ref _commands);
        _sent[name] = Stopwatch.GetTimestamp();
    }

    /// <summary>Notes that the event of that name has arrived at one client.</summary>
    public void Arrived(string name, bool change)
    {
        if (!_sent.TryGetValue(name, out var sent))
            return;
        var latency = Stopwatch.GetElapsedTime(sent);
        Events.Add(latency);
        if (change)
            Changes.Add(latency);
    }

    public void Got(int events, int gathered)
    {
        Interlocked.Add(ref _received, events);
        Interlocked.Add(ref _gathered, gathered);
    }

    public void Lost(int batches) => Interlocked.Add(ref _missed, batches);
}
