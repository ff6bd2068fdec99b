using Microsoft.AspNetCore.SignalR;

namespace Weave.Rooms;

/// <summary>
/// Brings what happens in one room to the browsers connected to this host. Knows who of them sits where, so that each gets the events of their own
/// table. Lives as long as the host has somebody in the room.
/// </summary>
internal sealed partial class RoomRelay(Guid room, IHubContext<RoomHub> hub, ILogger<RoomRelay> log) : IRoomObserver, IDisposable
{
    private const string TablePrefix = "table:";
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Dictionary<string, Seat> _places = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _sent = new(StringComparer.Ordinal);
    private int _round;

    private sealed record Seat(int Number, string? Table);

    /// <summary>The room's epoch as far as this host knows; null before the first word from the room.</summary>
    public string? Epoch { get; private set; }

    public bool IsEmpty => _places.Count == 0;

    /// <summary>Passes batches on in the order they come in. A slow browser holds nobody up: sends are started in order, each connection queues its own.</summary>
    public async Task On(IReadOnlyList<RoomEvents> batches)
    {
        await _turn.WaitAsync();
        try
        {
            foreach (var batch in batches)
            {
                Begin(batch.Epoch);
                foreach (var happened in batch.Events)
                    await Follow(happened);
                _sent[batch.Topic] = batch.Version;
                Send(batch);
                foreach (var gone in batch.Events.OfType<TakenOut>())
                    await CutOff(gone.Number);
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>
    /// Puts the connection where the snapshot has it. False when events were already sent that the snapshot does not have: the connection gets
    /// those to come, and needs a newer snapshot.
    /// </summary>
    public async Task<bool> Place(string connection, RoomSnapshot snapshot)
    {
        await _turn.WaitAsync();
        try
        {
            var place = _places.GetValueOrDefault(connection);
            if (place is null)
            {
                await hub.Groups.AddToGroupAsync(connection, Group(RoomTopic.Room));
                await hub.Groups.AddToGroupAsync(connection, Group(RoomTopic.Participant(snapshot.Me)));
            }

            _places[connection] = place ??= new(snapshot.Me, null);
            _round = Math.Max(_round, snapshot.Round);
            var table = Seats(snapshot.Tables).TryGetValue(snapshot.Me, out var number) ? RoomTopic.Table(snapshot.Round, number) : null;
            await Move(connection, place, table);
            return snapshot.Epoch == Epoch
                && Has(RoomTopic.Room, snapshot.Version)
                && Has(RoomTopic.Participant(snapshot.Me), snapshot.MyVersion)
                && (table is null || Has(table, snapshot.TableVersion));
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Forgets the connection; a closed one has left its groups by itself.</summary>
    public async Task Remove(string connection)
    {
        await _turn.WaitAsync();
        try
        {
            await Forget(connection);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Notes the epoch the room answered with; a new one means that events may have been missed, and everybody looks again.</summary>
    public async Task Renewed(string epoch)
    {
        await _turn.WaitAsync();
        try
        {
            var moved = Epoch is not null && Epoch != epoch;
            Begin(epoch);
            if (moved)
                _ = Sent(hub.Clients.Group(Group(RoomTopic.Room)).SendAsync("moved", epoch));
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    /// <summary>To all alike, but for those who must not see somebody: they get the same version without.</summary>
    private void Send(RoomEvents batch)
    {
        var blind = batch.Blind();
        var others = blind.Count == 0 ? [] : _places.Where(place => blind.Contains(place.Value.Number)).ToList();
        var seeing = others.Count == 0 ? hub.Clients.Group(Group(batch.Topic)) : hub.Clients.GroupExcept(Group(batch.Topic), others.Select(place => place.Key));
        _ = Sent(seeing.SendAsync("events", batch));
        foreach (var (connection, seat) in others)
            _ = Sent(hub.Clients.Client(connection).SendAsync("events", batch.For(seat.Number)));
    }

    /// <summary>Whoever was taken out hears nothing more, however long their browser stays connected.</summary>
    private async Task CutOff(int number)
    {
        foreach (var connection in _places.Where(place => place.Value.Number == number).Select(place => place.Key).ToList())
            await Forget(connection);
    }

    private async Task Forget(string connection)
    {
        if (!_places.Remove(connection, out var place))
            return;
        await hub.Groups.RemoveFromGroupAsync(connection, Group(RoomTopic.Room));
        await hub.Groups.RemoveFromGroupAsync(connection, Group(RoomTopic.Participant(place.Number)));
        if (place.Table is not null)
            await hub.Groups.RemoveFromGroupAsync(connection, Group(place.Table));
    }

    private void Begin(string epoch)
    {
        if (Epoch == epoch)
            return;
        Epoch = epoch;
        _sent.Clear();
    }

    private async Task Follow(RoomEvent happened)
    {
        switch (happened)
        {
            case RoundStarted started:
                _round = started.Round;
                foreach (var topic in _sent.Keys.Where(t => t.StartsWith(TablePrefix, StringComparison.Ordinal)).ToList())
                    _sent.Remove(topic);
                var seats = Seats(started.Tables);
                await Move(place => seats.TryGetValue(place.Number, out var table) ? RoomTopic.Table(started.Round, table) : null);
                break;
            case ParticipantSeated seated:
                await Move(place => place.Number == seated.Number ? RoomTopic.Table(_round, seated.Table) : place.Table);
                break;
            case PresenceChanged { Presence: Presence.Left } left:
                await Move(place => place.Number == left.Number ? null : place.Table);
                break;
            case RoundEnded or RoomClosed:
                await Move(_ => null);
                break;
        }
    }

    private async Task Move(Func<Seat, string?> table)
    {
        foreach (var (connection, place) in _places.ToList())
            await Move(connection, place, table(place));
    }

    private async Task Move(string connection, Seat place, string? table)
    {
        if (place.Table == table)
            return;
        if (place.Table is not null)
            await hub.Groups.RemoveFromGroupAsync(connection, Group(place.Table));
        if (table is not null)
            await hub.Groups.AddToGroupAsync(connection, Group(table));
        _places[connection] = place with { Table = table };
    }

    private bool Has(string topic, int version) => _sent.GetValueOrDefault(topic) <= version;

    private string Group(string topic) => $"{room:N}/{topic}";

    private static Dictionary<int, int> Seats(IReadOnlyList<IReadOnlyList<int>> tables) =>
        tables.SelectMany((numbers, i) => numbers.Select(number => (number, table: i + 1))).ToDictionary(seat => seat.number, seat => seat.table);

    private async Task Sent(Task send)
    {
        try
        {
            await send;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            NotSent(log, e, room);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Events of room {Room} could not be sent to browsers.")]
    private static partial void NotSent(ILogger log, Exception e, Guid room);
}
