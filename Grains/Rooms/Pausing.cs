namespace Weave.Rooms;

/// <summary>The clock, stopped and let go on, and given more time.</summary>
internal static class Pausing
{
    public static Outcome Pause(this Room room, int step, DateTimeOffset now)
    {
        room.Require(step, Move.Pause);
        room = room with { State = room.State.WithoutCountdown() };
        if (room.State.Deadline is not { } deadline || deadline <= now)
            throw new Refused(Refusal.AlreadyDone);
        return room.Still(new(now, deadline - now));
    }

    public static Outcome Resume(this Room room, int step, DateTimeOffset now)
    {
        room.Require(step, Move.Pause);
        if (room.State.Pause is not { } pause)
            throw new Refused(Refusal.AlreadyDone);
        var deadline = now + pause.Left;
        // The beginning moves along, so that halves of a round stay halves.
        var state = room.State with { Pause = null, Deadline = deadline, StartedAt = room.State.StartedAt + (now - pause.At) };
        return new(room with { State = state }, [new ClockResumed(step, deadline)]);
    }

    /// <summary>More time for everybody, which is what any table asked for.</summary>
    public static Outcome Extend(this Room room, int step, TimeSpan longer)
    {
        room.Require(step, Move.Extend);
        if (longer < TimeSpan.FromSeconds(10) || longer > TimeSpan.FromMinutes(30))
            throw new Refused(Refusal.OutOfRange, nameof(longer));
        room = room with { State = room.State.WithoutCountdown() };
        var outcome = room.State.Pause is { } pause ? room.Still(pause with { Left = pause.Left + longer }) : room.Until(room.State.Deadline!.Value + longer);
        return outcome.Then(outcome.Room.Keep(house => house.Asking.IsEmpty ? house : house with { Asking = [] }));
    }

    private static Outcome Still(this Room room, ClockPause pause) =>
        new(room with { State = room.State with { Deadline = null, Pause = pause } }, [new ClockPaused(room.State.Step, pause.Left)]);

    private static Outcome Until(this Room room, DateTimeOffset deadline) =>
        new(room with { State = room.State with { Deadline = deadline } }, [new RoundExtended(room.State.Step, deadline)]);
}
