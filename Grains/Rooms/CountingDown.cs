namespace Weave.Rooms;

/// <summary>A change of phase that everybody sees coming.</summary>
internal static class CountingDown
{
    public static readonly TimeSpan Ahead = TimeSpan.FromSeconds(10);

    /// <summary>The change comes in ten seconds, or when the clock runs out before; in place of another one that was counted down to.</summary>
    public static Outcome CountDown(this Room room, int step, RoomPhase next, DateTimeOffset now)
    {
        room.Require(step, MoveTo(next));
        if (room.State.Countdown?.Next == next)
            throw new Refused(Refusal.AlreadyDone);
        // What would be refused then is refused now.
        if (next is RoomPhase.Introductions)
            _ = room.Present();
        if (next is RoomPhase.Round)
            _ = room.Seatable(step);
        var state = room.State.WithoutCountdown();
        var soon = now + Ahead;
        return room.Count(state with { Countdown = new(next, state.Deadline, state.Pause), Deadline = state.Deadline < soon ? state.Deadline : soon, Pause = null });
    }

    /// <summary>Not yet: the phase goes on as if nobody had asked. Names what is called off, since speakers come and go meanwhile.</summary>
    public static Outcome CallOff(this Room room, RoomPhase next) =>
        room.State.Countdown?.Next == next ? room.Count(room.State.WithoutCountdown()) : throw new Refused(Refusal.AlreadyDone);

    /// <summary>The end of the introductions before what is counted down to; the end of the room comes when everybody was told.</summary>
    public static Outcome EndOfStage(this Room room, DateTimeOffset now)
    {
        var ended = room.End(room.State.Step, now);
        if (room.State.Countdown?.Next != RoomPhase.Closed)
            return ended;
        return ended.Then(ended.Room.Count(ended.Room.State with { Countdown = new(RoomPhase.Closed, Deadline: null, Pause: null), Deadline = room.State.Deadline }));
    }

    /// <summary>The clock as it was before the countdown.</summary>
    public static RoomState WithoutCountdown(this RoomState state) =>
        state.Countdown is { } countdown ? state with { Countdown = null, Deadline = countdown.Deadline, Pause = countdown.Pause } : state;

    private static Outcome Count(this Room room, RoomState state) =>
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
