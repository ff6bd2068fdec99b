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

    /// <summary>Another plan; whether the beginning is another is counted.</summary>
    public static Room Replan(this Room room, RoomPlan plan) => room with
    {
        State = room.State with { Plan = plan, Sequence = room.State.Sequence + (plan.StartsAt == room.Plan.StartsAt ? 0 : 1) },
    };

    public static Room Move(this Room room, DateTimeOffset startsAt, DateTimeOffset now)
    {
        room.RequirePlanned();
        if (startsAt <= now)
            throw new Refused(Refusal.InThePast, nameof(RoomPlan.StartsAt));
        return startsAt == room.Plan.StartsAt ? room : room.Replan(room.Plan with { StartsAt = startsAt });
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
