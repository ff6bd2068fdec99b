using Microsoft.Extensions.Logging;

namespace Weave.Rooms;

/// <summary>The web hosts that show the room, and the versions of what they were told. Lives with the activation, which the epoch names; <c>note</c> hears everything too.</summary>
internal sealed partial class Audience(Guid room, Action<string, IReadOnlyList<RoomEvent>> note, ILogger logger)
{
    private readonly Dictionary<string, IRoomObserver> _hosts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _versions = new(StringComparer.Ordinal);

    public string Epoch { get; } = Guid.NewGuid().ToString("N");

    public int Version(string topic) => _versions.GetValueOrDefault(topic);

    public void Watch(string host, IRoomObserver observer) => _hosts[host] = observer;

    public void Unwatch(string host) => _hosts.Remove(host);

    /// <summary>The topics of a round's tables are not used again.</summary>
    public void ForgetTables()
    {
        foreach (var topic in _versions.Keys.Where(topic => topic.StartsWith("table:", StringComparison.Ordinal)).ToList())
            _versions.Remove(topic);
    }

    /// <summary>One batch a topic. A host that cannot be told is dropped; its next renewal brings it back.</summary>
    public async Task Tell(params (string Topic, IReadOnlyList<RoomEvent> Events)[] told)
    {
        var batches = told.Where(batch => batch.Events.Count > 0)
            .Select(batch => new RoomEvents(room, Epoch, batch.Topic, _versions[batch.Topic] = Version(batch.Topic) + 1, batch.Events)).ToArray();
        foreach (var batch in batches)
            note(batch.Topic, batch.Events);
        if (batches.Length > 0)
            await Task.WhenAll(_hosts.ToList().Select(host => Tell(host.Key, host.Value, batches)));
    }

    private async Task Tell(string host, IRoomObserver observer, RoomEvents[] batches)
    {
        try
        {
            await observer.On(batches);
        }
        catch (Exception e)
        {
            _hosts.Remove(host);
            LogDropped(logger, e, host, room);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Host {Host} no longer hears of room {Room}.")]
    private static partial void LogDropped(ILogger logger, Exception exception, string host, Guid room);
}
