namespace Weave.Rooms;

/// <summary>A plan that changes while it is carried out.</summary>
internal static class Replanning
{
    /// <summary>The new plan, from what comes next on. A clock that runs goes on as it was set.</summary>
    public static Outcome Replan(this Room room, RoomPlan plan, DateTimeOffset now)
    {
        var (state, before) = (room.Open().State, room.Plan);
        if (plan.Rounds < state.Round)
            throw new Refused(Refusal.OutOfRange, nameof(plan.Rounds));
        if (plan.Capacity < room.Taken(now))
            throw new Refused(Refusal.Taken, nameof(plan.Capacity));
        if (state.Phase == RoomPhase.Introductions && plan.SpeakerTime is null)
            throw new Refused(Refusal.AlreadyDone, nameof(plan.SpeakerTime));
        var accepted = state.Phase == RoomPhase.Lobby ? plan : plan with { StartsAt = before.StartsAt };
        // Tables of another size are planned anew.
        var keeps = accepted.TableSize == before.TableSize && accepted.Aim == before.Aim;
        var moved = state.Sequence + (accepted.StartsAt == before.StartsAt ? 0 : 1);
        return new(room with { State = state with { Plan = accepted, Planned = keeps ? state.Planned : [], Sequence = moved } }, [new PlanChanged(accepted)]);
    }
}
