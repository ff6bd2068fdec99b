namespace Weave.Rooms;

/// <summary>Whom participants may want to meet, and write to.</summary>
internal static class Wishing
{
    /// <summary>Somebody else who has come, whether or not they are still there.</summary>
    public static Guest Other(this Room room, Guest me, int number)
    {
        if (number == me.Number)
            throw new Refused(Refusal.Invalid, nameof(number));
        return number >= 0 && number < room.Guests.Length ? room.Guests[number] : throw new Refused(Refusal.NotInTheRoom);
    }

    /// <summary>Somebody else who is or was on the stage: who began to write while they spoke may finish.</summary>
    public static Guest OnStage(this Room room, Guest me, int number)
    {
        var other = room.Other(me, number);
        return other.Present && room.State.Introduced.Contains(number) ? other : throw new Refused(Refusal.NotInTheRoom);
    }
}
