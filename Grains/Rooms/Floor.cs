using System.Collections.Immutable;

namespace Weave.Rooms;

/// <summary>Who has the open floor, and whose hands are up.</summary>
internal static class Floor
{
    public static Outcome OpenFloor(this Room room, int step, DateTimeOffset now)
    {
        room.Require(step, Move.OpenFloor);
        var state = room.State.Enter(RoomPhase.OpenFloor, now) with { FloorHeld = true };
        return new(room with { State = state }, [new FloorOpened(state.Step, state.Deadline!.Value)]);
    }

    /// <summary>Hands wait in the order they were raised; the first one takes a floor that is free.</summary>
    public static Outcome RaiseHand(this Room room, int number, bool up)
    {
        var state = room.State;
        if (state.Phase != RoomPhase.OpenFloor)
            throw new Refused(Refusal.AlreadyDone);
        if (state.Stage.Contains(number) == up)
            return new(room, []);
        if (up)
            return state.Stage.IsEmpty ? room.Give([number]) : room.With(state.Stage.Add(number));
        return state.Stage[0] == number ? room.Give(state.Stage.RemoveAt(0)) : room.With(state.Stage.Remove(number));
    }

    /// <summary>Gives the floor to the next hand. Whoever dropped a moment ago is passed over while another is here; they come after.</summary>
    public static Outcome Give(this Room room, ImmutableArray<int> waiting)
    {
        var state = room.State with { Step = room.State.Step + 1 };
        if (waiting.IsEmpty)
            return (room with { State = state }).With(waiting);
        var speaker = waiting.FirstOrDefault(number => room.Guests[number].Presence == Presence.Here, waiting[0]);
        if (!state.Introduced.Contains(speaker))
            state = state with { Introduced = state.Introduced.Add(speaker) };
        return (room with { State = state }).With([speaker, .. waiting.Remove(speaker)]);
    }

    /// <summary>The floor without those who left the room.</summary>
    public static Outcome LeaveTheFloor(this Room room, ImmutableArray<int> left) => left[..Math.Min(1, left.Length)].SequenceEqual(room.State.Stage[..1]) ? room.With(left) : room.Give(left);

    private static Outcome With(this Room room, ImmutableArray<int> stage) =>
        new(room with { State = room.State with { Stage = stage } }, [new HandsChanged(room.State.Step, stage)]);
}
