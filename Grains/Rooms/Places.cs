using System.Collections.Immutable;

namespace Weave.Rooms;

/// <summary>Who will come to a room, in the order they said so, and who waits for a place.</summary>
internal static class Places
{
    /// <summary>How long a place is kept for somebody who is not there: after the beginning, or after it became theirs.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);

    /// <summary>How long before the beginning the doors open.</summary>
    public static readonly TimeSpan DoorsOpen = TimeSpan.FromHours(1);

    /// <summary>What a room keeps is bounded.</summary>
    private const int LongestLine = 500;

    public static Place? Find(this ImmutableArray<Place> places, Guid member) => places.FirstOrDefault(place => place.Member == member);

    /// <param name="leads">They come in whatever places are left.</param>
    public static RoomPlace PlaceOf(this Room room, Guid member, DateTimeOffset now, bool leads = false) => room.Places.Find(member) switch
    {
        null => RoomPlace.None,
        { Has: false } => RoomPlace.Waiting,
        var place => leads || room.State.Phase == RoomPhase.Closed || room.Find(member) is { Present: true } || room.Keeps(place, now) || room.Taken(now) < room.Plan.Capacity
            ? RoomPlace.Coming : RoomPlace.Lapsed,
    };

    /// <summary>How many places are taken: by those in the room, and for a while by those they are kept for. Who leads comes in also when all are.</summary>
    public static int Taken(this Room room, DateTimeOffset now)
    {
        var present = room.Guests.Where(guest => guest.Present).Select(guest => guest.Member).ToHashSet();
        return Math.Min(room.Plan.Capacity, present.Count + room.Places.Count(place => room.Keeps(place, now) && !present.Contains(place.Member)));
    }

    /// <summary>How many wait for a place outside.</summary>
    public static int Waiting(this Room room)
    {
        var waiting = room.Places.Where(place => !place.Has).Select(place => place.Member).ToHashSet();
        // Nearly always nobody does.
        return waiting.Count == 0 ? 0 : waiting.Count - room.Guests.Count(guest => guest.Present && waiting.Contains(guest.Member));
    }

    /// <summary>Whether there is a place for somebody who is not in the room.</summary>
    public static bool HasPlaceFor(this Room room, Guid member, DateTimeOffset now) =>
        room.Taken(now) < room.Plan.Capacity || (room.Places.Find(member) is { } place && room.Keeps(place, now));

    /// <param name="leads">They come in whatever places are left.</param>
    public static Room Register(this Room room, Guid member, DateTimeOffset now, bool leads = false)
    {
        if (room.State.Phase == RoomPhase.Closed)
            throw new Refused(Refusal.RoomClosed);
        if (room.PlaceOf(member, now, leads) is RoomPlace.Coming or RoomPlace.Waiting)
            return room;
        room = room.Unregister(member);
        if (room.Places.Length >= room.Plan.Capacity + LongestLine)
            throw new Refused(Refusal.RoomFull);
        // Who is in the room already takes no second place.
        var has = leads || (!room.Places.Any(place => !place.Has) && (room.Taken(now) < room.Plan.Capacity || room.Find(member) is { Present: true }));
        var number = room.Places.IsEmpty ? 1 : room.Places[^1].Number + 1;
        return room with { Places = room.Places.Add(new(member, number, has, now)) };
    }

    public static Room Unregister(this Room room, Guid member) =>
        room.Places.Find(member) is { } place ? room with { Places = room.Places.Remove(place) } : room;

    /// <summary>Places that are free go to those who wait, in order; while the room is locked, to those of them who may come in.</summary>
    public static Room Fill(this Room room, DateTimeOffset now)
    {
        if (room.State.Plan is null || room.State.Phase == RoomPhase.Closed)
            return room;
        while (room.Places.FirstOrDefault(place => !place.Has && (!room.State.House.Locked || room.Find(place.Member) is not null)) is { } next && room.Taken(now) < room.Plan.Capacity)
            room = room with { Places = room.Places.Replace(next, next with { Has = true, At = now }) };
        return room;
    }

    /// <summary>When the next place is kept no longer, after which somebody who waits may have it; null when nobody waits.</summary>
    public static DateTimeOffset? NextRelease(this Room room, DateTimeOffset now) =>
        room.Places.All(place => place.Has) ? null : room.Places.Where(place => room.Keeps(place, now)).Select(place => (DateTimeOffset?)room.KeptUntil(place)).Min();

    private static bool Keeps(this Room room, Place place, DateTimeOffset now) => place.Has && now < room.KeptUntil(place);

    private static DateTimeOffset KeptUntil(this Room room, Place place) => (place.At > room.Plan.StartsAt ? place.At : room.Plan.StartsAt) + Kept;
}
