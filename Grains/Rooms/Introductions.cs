using System.Collections.Immutable;

namespace Weave.Rooms;

/// <summary>Who is on the stage, and who comes after.</summary>
internal static class Introductions
{
    /// <summary>Begins, in an order drawn at random: nobody is always the first.</summary>
    public static Outcome Introduce(this Room room, int step, DateTimeOffset now, int seed)
    {
        room.Require(step, Move.Introduce);
        var people = room.Present().ToArray();
        new Random(seed).Shuffle(people);
        return room.Bring([.. people], now);
    }

    /// <summary>The next one, or a break when there is nobody left.</summary>
    public static Outcome NextSpeaker(this Room room, int step, DateTimeOffset now)
    {
        room.Require(step, Move.NextSpeaker);
        if (room.State.Phase == RoomPhase.OpenFloor)
            return room.State.Stage.IsEmpty ? throw new Refused(Refusal.AlreadyDone) : room.Give(room.State.Stage.RemoveAt(0));
        return room.Bring(room.State.Stage.RemoveAt(0), now);
    }

    /// <summary>Out of the line before one's turn has come, or in it again, as the last.</summary>
    public static Outcome Pass(this Room room, int number, bool pass)
    {
        var state = room.State;
        if (state.Phase != RoomPhase.Introductions || state.Introduced.Contains(number))
            throw new Refused(Refusal.AlreadyDone);
        if (state.Passed.Contains(number) == pass)
            return new(room, []);
        var changed = room with { State = state with { Passed = state.Passed.With(number, pass) } };
        return changed.With(pass ? state.Stage.Remove(number) : state.Stage.Add(number));
    }

    /// <summary>Who comes in after the beginning is the last, unless they have had their turn or do not want it. Null when nothing changes.</summary>
    public static Outcome? WaitForTheStage(this Room room, int number)
    {
        var state = room.State;
        if (state.Phase != RoomPhase.Introductions || state.Introduced.Contains(number) || state.Passed.Contains(number) || state.Stage.Contains(number))
            return null;
        return room.With(state.Stage.Add(number));
    }

    /// <summary>The stage without those who left the room.</summary>
    public static Outcome LeaveTheStage(this Room room, IReadOnlyCollection<int> gone, DateTimeOffset now)
    {
        var stage = room.State.Stage;
        var left = stage.RemoveAll(gone.Contains);
        if (left.Length == stage.Length)
            return new(room, []);
        if (room.State.Phase == RoomPhase.OpenFloor)
            return room.LeaveTheFloor(left);
        return gone.Contains(stage[0]) ? room.Bring(left, now) : room.With(left);
    }

    private static Outcome With(this Room room, ImmutableArray<int> stage) =>
        new(room with { State = room.State with { Stage = stage } }, [new StageChanged(room.State.Step, stage, room.State.Deadline)]);

    /// <summary>Whoever dropped a moment ago is passed over while another is here; they come after.</summary>
    private static Outcome Bring(this Room room, ImmutableArray<int> waiting, DateTimeOffset now)
    {
        // Nobody comes on the stage for the last seconds before the end.
        if (waiting.IsEmpty || room.State is { Phase: RoomPhase.Introductions, Countdown: not null })
            return room.EndOfStage(now);
        var speaker = waiting.FirstOrDefault(number => room.Guests[number].Presence == Presence.Here, waiting[0]);
        var state = room.State.Enter(RoomPhase.Introductions, now) with { Introduced = room.State.Introduced.Add(speaker) };
        return (room with { State = state }).With([speaker, .. waiting.Remove(speaker)]);
    }
}
