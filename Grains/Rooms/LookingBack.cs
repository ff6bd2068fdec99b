using Weave.Members;

namespace Weave.Rooms;

/// <summary>A room that is over, as one of its people looks back on it.</summary>
internal static class LookingBack
{
    /// <summary>Somebody who was in the room, which took place and is over.</summary>
    public static Guest Afterwards(this Room room, Guid member)
    {
        _ = room.Plan;
        var me = room.Find(member) ?? throw new Refused(Refusal.NotInTheRoom);
        if (room.State.Cancelled)
            throw new Refused(Refusal.RoomClosed);
        return room.State.Phase == RoomPhase.Closed ? me : throw new Refused(Refusal.TooEarly, "room");
    }

    /// <summary>Those somebody sat with in order of the rounds, each once.</summary>
    public static IReadOnlyList<int> Mates(this Room room, int number) =>
        [.. room.State.AllTables().Where(table => table.Contains(number)).SelectMany(table => table.Remove(number)).Distinct()];

    /// <summary>What was written down where somebody sat.</summary>
    public static IReadOnlyList<NoteAfter> Notes(this Room room, int number, IReadOnlyDictionary<(int Round, int Table), string> notes, IReadOnlySet<int> hidden) =>
    [
        .. from past in room.State.Past
           from table in Enumerable.Range(0, past.Tables.Length)
           where past.Tables[table].Contains(number) && notes.ContainsKey((past.Number, table + 1))
           select new NoteAfter(
               past.Number, table + 1, [.. past.Tables[table].Where(other => other != number && !hidden.Contains(other)).Select(other => room.Guests[other].Name)],
               notes[(past.Number, table + 1)]),
    ];

    /// <summary>What somebody gives when they choose nothing else.</summary>
    public static ContactCard Shared(this Guest guest) => guest.Card.Only(guest.Shares);
}
