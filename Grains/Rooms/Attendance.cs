namespace Weave.Rooms;

/// <summary>Who was here, when and for how long.</summary>
internal static class Attendance
{
    /// <summary>Notes that somebody is here, away or gone from now on; the time they were here is added up.</summary>
    public static Guest Since(this Guest guest, Presence presence, DateTimeOffset now) => guest with
    {
        Presence = presence,
        PresentFor = guest.PresentUntil(now),
        // Who does not come back has been gone since they dropped.
        SeenAt = guest.Presence == Presence.Away && presence == Presence.Left ? guest.SeenAt : now,
    };

    public static IReadOnlyList<RollCall> RollCall(this Room room, DateTimeOffset now)
    {
        var over = room.State.Phase == RoomPhase.Closed;
        var until = over ? room.State.ActiveAt : now;
        var house = room.State.House;
        var sat = room.State.AllTables().SelectMany(table => table).CountBy(number => number).ToDictionary();
        return [.. room.Guests.Select(guest => new RollCall
        {
            Number = guest.Number,
            Name = guest.Name,
            // Whoever was there to the end went when it was over.
            Presence = over ? Presence.Left : guest.Presence,
            Since = over && guest.Presence == Presence.Here ? until : guest.SeenAt,
            Joined = guest.JoinedAt,
            Present = guest.PresentUntil(until),
            Rounds = sat.GetValueOrDefault(guest.Number),
            Leads = guest.Organizer,
            Appointed = house.Appointed.Contains(guest.Number),
            Muted = house.Muted.Contains(guest.Number),
            TakenOut = house.TakenOut.Contains(guest.Number),
        })];
    }

    private static TimeSpan PresentUntil(this Guest guest, DateTimeOffset now) =>
        guest.Presence == Presence.Here && now > guest.SeenAt ? guest.PresentFor + (now - guest.SeenAt) : guest.PresentFor;
}
