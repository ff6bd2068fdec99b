using Microsoft.Extensions.Logging;

namespace Weave.Rooms;

/// <summary>From a decision to what others know of it: stored first, then told.</summary>
internal sealed partial class RoomGrain
{
    /// <summary>Stores what has changed, and nothing else; then tells of it.</summary>
    /// <param name="first">Told first, and to others than everybody.</param>
    private async Task Commit(Outcome outcome, params (string Topic, IReadOnlyList<RoomEvent> Events)[] first)
    {
        var (before, next) = (_room, outcome.Room);
        if (ReferenceEquals(before, next))
            return;
        next = next.Fill(Now);
        var changed = next.Guests.Where(guest => guest.Number >= before.Guests.Length || guest != before.Guests[guest.Number]).ToList();
        await PlanToTellChats(before, next);
        await PlanAhead(before, next);
        var events = await Veil(outcome.Events, next);
        await Stored(async () =>
        {
            if (changed.Count > 0)
                await Guests.Put(changed);
            if (next.Places != before.Places)
                await PlaceTable.Change(before.Places, next.Places);
            if (!ReferenceEquals(next.State, before.State))
                await state.Store(next.State);
            return true;
        });
        _room = next;
        if (changed.Count > 0 || next.Places != before.Places)
            _listAt ??= Now + ListingDelay;
        await _audience.Tell([.. first, (RoomTopic.Room, [.. events, .. Follows(before, next)])]);
        await TellOfThoseWhoLeft(before);
        WakeUp();
    }

    /// <summary>What no decision tells by itself, because it follows from any of them.</summary>
    private static IEnumerable<RoomEvent> Follows(Room before, Room next)
    {
        if (next.LeadFreeAt() is var lead && before.LeadFreeAt() != lead)
            yield return new LeadFree(lead);
        if (next.Waiting() is var waiting && before.Waiting() != waiting)
            yield return new LineChanged(waiting);
    }

    /// <summary>Says of those who came whom they must not be shown to.</summary>
    private async Task<IReadOnlyList<RoomEvent>> Veil(IReadOnlyList<RoomEvent> events, Room next)
    {
        var veiled = new List<RoomEvent>(events.Count);
        foreach (var happened in events)
            veiled.Add(happened is ParticipantJoined joined ? joined with { Blind = await BlindTo(next.Guests[joined.Participant.Number], next) } : happened);
        return veiled;
    }

    private async Task<IReadOnlyList<Blind>> BlindTo(Guest shown, Room room) =>
        [.. (await Ties.Blocked(shown.Member, room.Guests)).Select(number => new Blind(number, room.Guests[number].Organizer))];

    /// <summary>Stores. When that fails another activation may be ahead of this one: the next begins with what the database says.</summary>
    private async Task<bool> Stored(Func<Task<bool>> store)
    {
        try
        {
            return await store();
        }
        catch
        {
            DeactivateOnIdle();
            throw;
        }
    }

    /// <summary>Does what the agenda does again if it fails here.</summary>
    private async Task OrLater(Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (Exception e)
        {
            LogLater(logger, e, Id);
        }
    }

    /// <summary>Commits what may end a round or the room, as the next speaker does not, and writes down who has met in a round that is over.</summary>
    private async Task Finish(Outcome outcome)
    {
        var rounds = _room.State.Past.Length;
        await Commit(outcome);
        foreach (var past in _room.State.Past.Skip(rounds))
        {
            await OrLater(async () =>
            {
                await Meetings.Record(past, _room.Guests);
                await Agenda.Remove(this.GetGrainId(), WhenOver(past.Number));
            });
        }
        await List();
    }

    /// <summary>Tells the community how the room stands now.</summary>
    private async Task List()
    {
        _listAt = null;
        try
        {
            if (_room.State.Cancelled)
            {
                await Community.RoomCancelled(Id);
                return;
            }
            var listing = new RoomListing(
                Id, _room.Plan.Title, _room.Plan.StartsAt, _room.State.Phase, _room.State.Phase == RoomPhase.Lobby ? _room.Taken(Now) : _room.Count, _room.Plan.Capacity);
            if (listing == _listed)
                return;
            await Community.RoomChanged(listing);
            _listed = listing;
        }
        catch (Exception e)
        {
            _listAt = Now + Room.Grace;
            LogLater(logger, e, Id);
        }
    }

    [LoggerMessage(LogLevel.Error, "Room {Room} puts something off for later.")]
    private static partial void LogLater(ILogger logger, Exception exception, Guid room);
}
