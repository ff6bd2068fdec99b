namespace Weave.Rooms;

/// <summary>Who was here, when and for how long.</summary>
internal static class Attendance
{
    /// <summary>How often a room with people in it notes that it lives.</summary>
    public static readonly TimeSpan Pulse = TimeSpan.FromMinutes(2);

    public static DateTimeOffset? NextPulse(this Room room) =>
        room.State.Phase != RoomPhase.Closed && room.Guests.Any(guest => guest.Presence == Presence.Here) ? room.State.AliveAt + Pulse : null;

    public static Room Alive(this Room room, DateTimeOffset now) => room with { State = room.State with { AliveAt = now } };

    /// <summary>Until when a room that comes to life again has lived before: a little longer than is known. What came after that was an outage.</summary>
    public static DateTimeOffset LivedUntil(this Room room, DateTimeOffset now)
    {
        var known = room.Guests.Select(guest => guest.SeenAt).Append(room.State.AliveAt).Max() + Pulse;
        return known < now && room.State.AliveAt != default ? known : now;
    }

    /// <summary>Notes that somebody is here, away or gone from now on; the time they were here is added up.</summary>
    /// <param name="until">Until when they can have been here, if not until now.</param>
    public static Guest Since(this Guest guest, Presence presence, DateTimeOffset now, DateTimeOffset? until = null) => guest with
    {
        Presence = presence,
        PresentFor = guest.PresentUntil(until ?? now),
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
