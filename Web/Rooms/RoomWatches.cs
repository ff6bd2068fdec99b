using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;

namespace Weave.Rooms;

/// <summary>
/// The rooms this host has browsers in: one <see cref="RoomRelay"/> each. Watching is renewed far more often than it expires, so that a room that came
/// back to life on another silo finds its hosts again soon.
/// </summary>
public sealed partial class RoomWatches(IGrainFactory grains, IHubContext<RoomHub> hub, TimeProvider time, ILoggerFactory logs) : BackgroundService
{
    private static readonly TimeSpan Renewal = TimeSpan.FromSeconds(10);
    private const int SnapshotsAtMost = 5;

    private readonly ConcurrentDictionary<Guid, Watch> _watches = new();
    private readonly ILogger _log = logs.CreateLogger<RoomWatches>();

    /// <summary>Names this run of this host.</summary>
    private readonly string _host = Guid.CreateVersion7().ToString("N");

    /// <summary>Brings the connection into the room, and every later event to the connection.</summary>
    public async Task<RoomSnapshot> Join(Guid room, Guid member, string connection)
    {
        using var watch = Enter(room);
        await watch.Started.Value;
        return await Place(watch, await Room(room).Join(member, connection, _host), member, connection);
    }

    /// <summary>A new snapshot for a connection that is in the room.</summary>
    public async Task<RoomSnapshot> Snapshot(Guid room, Guid member, string connection)
    {
        using var watch = Enter(room);
        await watch.Started.Value;
        return await Place(watch, await Room(room).Snapshot(member), member, connection);
    }

    /// <summary>The connection is closed, or goes elsewhere.</summary>
    public async Task Gone(Guid room, Guid member, string connection)
    {
        if (_watches.TryGetValue(room, out var watch))
            await watch.Relay.Remove(connection);
        await Room(room).Disconnected(member, connection);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Renewal, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            await Task.WhenAll(_watches.Select(watch => Renew(watch.Key, watch.Value)));
    }

    private async Task<RoomSnapshot> Place(Watch watch, RoomSnapshot snapshot, Guid member, string connection)
    {
        if (snapshot.Epoch != watch.Relay.Epoch)
            await Observe(watch);
        for (var taken = 1; !await watch.Relay.Place(connection, snapshot) && taken < SnapshotsAtMost; taken++)
            snapshot = await Room(watch.Room).Snapshot(member);
        return snapshot;
    }

    private async Task Renew(Guid room, Watch watch)
    {
        try
        {
            if (watch.Relay.IsEmpty && watch.Retire())
            {
                _watches.TryRemove(new(room, watch));
                grains.DeleteObjectReference<IRoomObserver>(watch.Observer);
                await Room(room).Unwatch(_host);
            }
            else
            {
                await Observe(watch);
            }
        }
        catch (Refused)
        {
            // There is no such room: somebody asked for one that never was.
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // The next renewal tries again; a silo that is being replaced is no reason to give up a room.
            NotRenewed(_log, e, room);
        }
    }

    private async Task Observe(Watch watch) => await watch.Relay.Renewed(await Room(watch.Room).Watch(_host, watch.Observer));

    private Watch Enter(Guid room)
    {
        while (true)
        {
            var watch = _watches.GetOrAdd(room, id => new(id, new(id, hub, logs.CreateLogger<RoomRelay>()), grains, Observe));
            if (watch.Enter())
                return watch;
            _watches.TryRemove(new(room, watch));
        }
    }

    private IRoomGrain Room(Guid room) => grains.GetGrain<IRoomGrain>(room);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Watching room {Room} could not be renewed.")]
    private static partial void NotRenewed(ILogger log, Exception e, Guid room);

    /// <summary>A relay, and how many are on their way into it: one that is empty but awaited is not retired.</summary>
    private sealed class Watch : IDisposable
    {
        private const int Retired = -1;
        private int _entering;

        public Watch(Guid room, RoomRelay relay, IGrainFactory grains, Func<Watch, Task> observe)
        {
            Room = room;
            Relay = relay;
            Observer = grains.CreateObjectReference<IRoomObserver>(relay);
            Started = new(() => observe(this));
        }

        public Guid Room { get; }

        public RoomRelay Relay { get; }

        public IRoomObserver Observer { get; }

        /// <summary>The first word to the room; a failure is everybody's who waits for it.</summary>
        public Lazy<Task> Started { get; }

        public bool Enter()
        {
            for (var entering = Volatile.Read(ref _entering); entering != Retired; entering = Volatile.Read(ref _entering))
                if (Interlocked.CompareExchange(ref _entering, entering + 1, entering) == entering)
                    return !(Started is { IsValueCreated: true, Value.IsFaulted: true }) || Fail();
            return false;
        }

        public bool Retire() => Interlocked.CompareExchange(ref _entering, Retired, 0) == 0;

        /// <summary>Whoever entered is through.</summary>
        public void Dispose() => Interlocked.Decrement(ref _entering);

        private bool Fail()
        {
            Interlocked.Decrement(ref _entering);
            return false;
        }
    }
}
