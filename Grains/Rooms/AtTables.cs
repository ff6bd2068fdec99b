using System.Collections.Immutable;

namespace Weave.Rooms;

/// <summary>The question a table begins with, and its call for help.</summary>
internal static class AtTables
{
    /// <summary>The table somebody sits at, from 1.</summary>
    public static int Seat(this Room room, Guest me) => room.State.TableOf(me.Number) is > 0 and var table ? table : throw new Refused(Refusal.NotAtATable);

    /// <summary>The table somebody sits at in this round, or sat at in the one that has just ended.</summary>
    public static int SeatIn(this Room room, Guest me, int round)
    {
        var state = room.State;
        if (round != state.Round)
            throw new Refused(Refusal.NotAtATable);
        if (state.Phase == RoomPhase.Round)
            return room.Seat(me);
        var tables = state.Past.LastOrDefault(past => past.Number == round)?.Tables ?? [];
        var index = tables.TakeWhile(table => !table.Contains(me.Number)).Count();
        return index < tables.Length ? index + 1 : throw new Refused(Refusal.NotAtATable);
    }

    /// <summary>How often a table has changed its question.</summary>
    public static int Turns(this RoomState state, int table) => table <= state.Turned.Length ? state.Turned[table - 1] : 0;

    /// <summary>The room as it is when nobody was faster.</summary>
    public static Room Turn(this Room room, int table, int turn)
    {
        var state = room.State;
        if (state.Turns(table) != turn)
            return room;
        var turned = state.Turned.AddRange(Enumerable.Repeat(0, Math.Max(0, table - state.Turned.Length)));
        return room with { State = state with { Turned = turned.SetItem(table - 1, turn + 1) } };
    }

    public static HelpCall? Call(this RoomState state, int table) => state.Calls.FirstOrDefault(call => call.Table == table);

    public static Room CallHelp(this Room room, int table, int by, bool wanted)
    {
        var call = room.State.Call(table);
        if (call is not null == wanted)
            return room;
        return room.With(call is null ? room.State.Calls.Add(new(table, by, null)) : room.State.Calls.Remove(call));
    }

    /// <summary>The first who comes is the one who comes; taking it back is theirs.</summary>
    public static Room Come(this Room room, int table, int organizer, bool coming)
    {
        var call = room.State.Call(table) ?? throw new Refused(Refusal.AlreadyDone);
        if (coming && call.Coming is { } other && other != organizer)
            throw new Refused(Refusal.AlreadyDone);
        int? now = coming ? organizer : call.Coming == organizer ? null : call.Coming;
        return now == call.Coming ? room : room.With(room.State.Calls.Replace(call, call with { Coming = now }));
    }

    private static Room With(this Room room, ImmutableArray<HelpCall> calls) => room with { State = room.State with { Calls = calls } };
}
