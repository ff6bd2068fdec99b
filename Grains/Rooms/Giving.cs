using Weave.Members;

namespace Weave.Rooms;

/// <summary>Who may give their contact to whom, and what of it.</summary>
internal static class Giving
{
    /// <summary>
    /// The giver and the numbers of those who are to receive. One may give to everybody in the room, and, after they have left it or the room has closed,
    /// still to those one has sat with, or who gave one their contact.
    /// </summary>
    public static (Guest Giver, IReadOnlyList<int> Receivers) Receivers(this Room room, Guid giver, int? to, IReadOnlySet<int> givers)
    {
        var closed = room.State.Phase == RoomPhase.Closed;
        var me = closed ? room.Find(giver) ?? throw new Refused(Refusal.NotInTheRoom) : room.Inside(giver);
        if (to is not { } number)
        {
            return room.State.TableOf(me.Number) is > 0 and var table
                ? (me, room.State.Tables[table - 1].Remove(me.Number))
                : throw new Refused(Refusal.NotAtATable);
        }
        if (number == me.Number)
            throw new Refused(Refusal.Invalid, nameof(to));
        if (number < 0 || number >= room.Guests.Length || ((closed || !room.Guests[number].Present) && !room.SatTogether(me.Number, number) && !givers.Contains(number)))
            throw new Refused(Refusal.NotInTheRoom);
        return (me, [number]);
    }

    /// <summary>The giver and everybody else who is in the room.</summary>
    public static (Guest Giver, IReadOnlyList<int> Receivers) Everybody(this Room room, Guid giver)
    {
        var me = room.Inside(giver);
        if (room.State.Phase == RoomPhase.Closed)
            throw new Refused(Refusal.RoomClosed);
        return (me, [.. room.Guests.Where(guest => guest.Present && guest.Number != me.Number).Select(guest => guest.Number)]);
    }

    /// <summary>What is given after it was given before; null when that adds nothing. Refuses when there is nothing to give.</summary>
    public static Gift? Give(this Guest giver, int receiver, ContactFields fields, Gift? before, DateTimeOffset now)
    {
        var chosen = fields & giver.Card.Filled();
        if (chosen == ContactFields.None)
            throw new Refused(Refusal.Required, nameof(fields));
        var all = chosen | (before?.Fields ?? ContactFields.None);
        var fresh = giver.Card.Only(chosen);
        var card = before is null ? fresh : new ContactCard
        {
            Email = fresh.Email.Length > 0 ? fresh.Email : before.Card.Email,
            Phone = fresh.Phone.Length > 0 ? fresh.Phone : before.Card.Phone,
            Telegram = fresh.Telegram.Length > 0 ? fresh.Telegram : before.Card.Telegram,
            Links = fresh.Links.IsEmpty || fresh.Links.SequenceEqual(before.Card.Links, StringComparer.Ordinal) ? before.Card.Links : fresh.Links,
        };
        return before is not null && before.Fields == all && before.Card == card ? null : new(giver.Number, receiver, all, card, now);
    }
}
