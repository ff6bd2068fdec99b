namespace Weave.Rooms;

/// <summary>A change of phase that everybody sees coming.</summary>
internal static class CountingDown
{
    public static readonly TimeSpan Ahead = TimeSpan.FromSeconds(10);

    /// <summary>The change comes in ten seconds, or when the clock runs out before.</summary>
    public static Outcome CountDown(this Room room, int step, RoomPhase next, DateTimeOffset now)
    {
        room.Require(step, MoveTo(next));
        var state = room.State;
        if (state.Countdown is not null)
            throw new Refused(Refusal.AlreadyDone);
        // What would be refused then is refused now.
        if (next is RoomPhase.Introductions)
            _ = room.Present();
        if (next is RoomPhase.Round)
            _ = room.Seatable(step);
        var soon = now + Ahead;
        return room.Show(state with { Countdown = new(next, state.Deadline, state.Pause), Deadline = state.Deadline < soon ? state.Deadline : soon, Pause = null });
    }

    /// <summary>Not yet: the phase goes on as if nobody had asked.</summary>
    public static Outcome CallOff(this Room room, int step)
    {
        if (step != room.State.Step || room.State.Countdown is null)
            throw new Refused(Refusal.AlreadyDone);
        return room.Show(room.State.WithoutCountdown());
    }

    /// <summary>The clock as it was before the countdown.</summary>
    public static RoomState WithoutCountdown(this RoomState state) =>
        state.Countdown is { } countdown ? state with { Countdown = null, Deadline = countdown.Deadline, Pause = countdown.Pause } : state;

    private static Outcome Show(this Room room, RoomState state) =>
        new(room with { State = state }, [new CountdownChanged(state.Step, state.Countdown?.Next, state.Deadline, state.Pause?.Left)]);

    private static Move MoveTo(RoomPhase next) => next switch
    {
        RoomPhase.Introductions => Move.Introduce,
        RoomPhase.Round => Move.StartRound,
        RoomPhase.OpenFloor => Move.OpenFloor,
        RoomPhase.Break => Move.End,
        RoomPhase.Closed => Move.Close,
        _ => throw new Refused(Refusal.Invalid, nameof(next)),
    };
}
