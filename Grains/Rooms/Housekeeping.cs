using System.Collections.Immutable;

namespace Weave.Rooms;

/// <summary>Who may come in, write and lead; what is said to everybody.</summary>
internal static class Housekeeping
{
    /// <summary>Changes the house, and tells everybody what they may know of it.</summary>
    public static Outcome Keep(this Room room, Func<House, House> change)
    {
        var house = change(room.State.House);
        if (ReferenceEquals(house, room.State.House))
            return new(room, []);
        var told = house.Public();
        var before = room.State.House.Public();
        var same = told.Locked == before.Locked && told.Notice == before.Notice && told.Asking.SequenceEqual(before.Asking) && told.Unseated.SequenceEqual(before.Unseated);
        return new(room with { State = room.State with { House = house } }, same ? [] : [new HouseChanged(told)]);
    }

    public static Outcome Lock(this Room room, bool locked) => room.Open().Keep(house => house.Locked == locked ? house : house with { Locked = locked });

    public static Outcome AskForTime(this Room room, Guid member, int step)
    {
        room.Require(step, Move.Table);
        var table = room.State.TableOf(room.Inside(member).Number);
        if (table == 0)
            throw new Refused(Refusal.NotAtATable);
        return room.Keep(house => house.Asking.Contains(table) ? house : house with { Asking = [.. house.Asking.Append(table).Order()] });
    }

    public static Outcome Broadcast(this Room room, Guid by, string key, string text, DateTimeOffset now) =>
        room.Open().Keep(house => string.Equals(house.Notice?.Key, key, StringComparison.Ordinal) ? house : house with { Notice = new(key, room.Find(by)?.Number, text, now) });

    public static Outcome Mute(this Room room, int number, bool muted)
    {
        if (room.Open().Known(number).Organizer)
            throw new Refused(Refusal.Invalid, nameof(number));
        return room.Keep(house => house.Muted.Contains(number) == muted ? house : house with { Muted = house.Muted.With(number, muted) });
    }

    /// <summary>The participant, who must be in the room and may write.</summary>
    public static Guest Writing(this Room room, Guid member) =>
        room.Inside(member) is var me && room.State.House.Muted.Contains(me.Number) ? throw new Refused(Refusal.Muted) : me;

    /// <summary>Out, with the seat free and nothing left to lead.</summary>
    public static Outcome TakeOut(this Room room, int number, DateTimeOffset now)
    {
        if (room.Open().LeadsByRight(number))
            throw new Refused(Refusal.Invalid, nameof(number));
        if (room.State.House.TakenOut.Contains(number))
            return new(room, []);
        var dismissed = room.Appoint(number, appoint: false);
        var kept = dismissed.Room.Keep(house => house with { TakenOut = house.TakenOut.Add(number) });
        return dismissed.Then(kept).Then(kept.Room.Depart([number], now));
    }

    public static Outcome LetIn(this Room room, int number)
    {
        _ = room.Open().Known(number);
        return room.Keep(house => house.TakenOut.Contains(number) ? house with { TakenOut = house.TakenOut.Remove(number) } : house);
    }

    /// <summary>Refuses who was taken out, and while the room is locked whoever has not been in; never an organizer of the community.</summary>
    public static void RequireEntry(this Room room, Guest? known, bool organizer)
    {
        var house = room.State.House;
        if (organizer)
            return;
        if (known is not null && house.TakenOut.Contains(known.Number))
            throw new Refused(Refusal.TakenOut);
        if (known is null && house.Locked)
            throw new Refused(Refusal.RoomLocked);
    }

    public static Guest Known(this Room room, int number) =>
        number >= 0 && number < room.Guests.Length ? room.Guests[number] : throw new Refused(Refusal.NotInTheRoom);

    public static Room Open(this Room room) => room.State.Phase == RoomPhase.Closed ? throw new Refused(Refusal.RoomClosed) : room;

    public static ImmutableArray<int> With(this ImmutableArray<int> numbers, int number, bool contained) =>
        contained ? [.. numbers.Append(number).Distinct()] : numbers.Remove(number);
}
