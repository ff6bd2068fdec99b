namespace Weave.Rooms;

/// <summary>What becomes of a room while it is planned.</summary>
internal static class Planning
{
    /// <summary>The doors are open.</summary>
    public static bool IsOpen(this Room room, DateTimeOffset now) => room.State.Phase switch
    {
        RoomPhase.Closed => false,
        RoomPhase.Lobby => now >= room.Plan.StartsAt - Places.DoorsOpen,
        _ => true,
    };

    public static Outcome Reschedule(this Room room, DateTimeOffset startsAt, DateTimeOffset now)
    {
        room.RequirePlanned();
        if (startsAt <= now)
            throw new Refused(Refusal.InThePast, nameof(RoomPlan.StartsAt));
        return room.Replan(room.Plan with { StartsAt = startsAt }, now);
    }

    public static Outcome Cancel(this Room room, DateTimeOffset now)
    {
        room.RequirePlanned();
        var current = room.State.Enter(RoomPhase.Closed, now) with { Cancelled = true };
        return new(room with { State = current }, [new RoomClosed(current.Step)]);
    }

    public static void RequirePlanned(this Room room)
    {
        _ = room.Plan;
        if (room.State.Phase != RoomPhase.Lobby)
            throw new Refused(Refusal.AlreadyDone);
    }
}
