namespace Weave.Rooms;

/// <summary>
/// Who leads a room: organizers of its community, and those appointed in it. When none of them has been there for a while, whoever takes the lead first has it:
/// a room is never stuck.
/// </summary>
internal static class Leading
{
    /// <summary>How long a room is without anybody who leads it before others may.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    public static Outcome Appoint(this Room room, int number, bool appoint)
    {
        var guest = room.Open().Known(number);
        var appointed = room.State.House.Appointed.Contains(number);
        if (appointed == appoint || (appoint && guest.Organizer))
            return new(room, []);
        if (appoint && !guest.Present)
            throw new Refused(Refusal.NotInTheRoom);
        var kept = room.Keep(house => house with { Appointed = house.Appointed.With(number, appoint), Muted = house.Muted.Remove(number), Unseated = house.Unseated.Remove(number) });
        var next = kept.Room.Put(guest with { Organizer = appoint });
        return kept.Then(new(next, [new ParticipantJoined(next.Guests[number].Public())]));
    }

    public static Outcome TakeLead(this Room room, Guid member, DateTimeOffset now)
    {
        var me = room.Open().Writing(member);
        return room.LeadFreeAt() <= now ? room.Appoint(me.Number, appoint: true) : throw new Refused(Refusal.AlreadyDone);
    }

    /// <summary>Whoever leads sits at a table like all others, or at none from the next round on: to look after the tables.</summary>
    public static Outcome TakeSeats(this Room room, Guid leader, bool seated)
    {
        var number = room.Open().Inside(leader).Number;
        if (room.State.House.Unseated.Contains(number) == !seated)
            return new(room, []);
        var arranged = room.State.Arranged.Select(table => seated ? table : table.Remove(number)).Where(table => !table.IsEmpty);
        return (room with { State = room.State with { Arranged = [.. arranged] } }).Keep(house => house with { Unseated = house.Unseated.With(number, !seated) });
    }

    /// <summary>They lead, and want no seat.</summary>
    public static bool IsUnseated(this Room room, Guest guest) => guest.Organizer && room.State.House.Unseated.Contains(guest.Number);

    /// <summary>
    /// From when on anybody may take the lead; null while somebody who leads is here. Known as soon as the last of them drops; a room that has not begun waits
    /// for its time.
    /// </summary>
    public static DateTimeOffset? LeadFreeAt(this Room room)
    {
        if (room.State.Plan is not { } plan || room.State.Phase == RoomPhase.Closed)
            return null;
        var leaders = room.Guests.Where(guest => guest.Organizer).ToList();
        if (leaders.Exists(leader => leader.Presence == Presence.Here))
            return null;
        var gone = leaders.Select(leader => leader.SeenAt);
        return (room.State.Phase == RoomPhase.Lobby ? gone.Append(plan.StartsAt) : gone).DefaultIfEmpty().Max() + Patience;
    }

    /// <summary>Appointed in this room, and not taken out of it.</summary>
    public static bool IsAppointed(this Room room, Guid member) => room.Find(member) is { } guest && room.State.House.Appointed.Contains(guest.Number);

    /// <summary>Organizers of the community lead without being appointed.</summary>
    public static bool LeadsByRight(this Room room, int number) => room.Known(number).Organizer && !room.State.House.Appointed.Contains(number);
}
