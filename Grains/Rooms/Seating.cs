using System.Collections.Immutable;

namespace Weave.Rooms;

/// <summary>Taking and leaving seats.</summary>
internal static class Seating
{
    /// <summary>Adds somebody to a table, given by its index.</summary>
    public static RoomState Seat(this RoomState state, int number, int table) => state with
    {
        Tables = state.Tables.SetItem(table, state.Tables[table].Add(number)),
        // Who comes back to another table has met both.
        Sat = state.Sat.SetItem(table, state.Sat[table].Contains(number) ? state.Sat[table] : state.Sat[table].Add(number)),
    };

    /// <summary>Frees the seat. Who leaves in the first half of a round has not met the table; in the second, they have.</summary>
    public static RoomState Unseat(this RoomState state, int number, DateTimeOffset now)
    {
        if (state.TableOf(number) is not (> 0 and var table))
            return state;
        // What is counted down to may be called off.
        var clock = state.WithoutCountdown();
        var (moment, end) = clock.Pause is { } pause ? (pause.At, pause.At + pause.Left) : (now, clock.Deadline!.Value);
        var early = moment - state.StartedAt < (end - state.StartedAt) / 2;
        return state with
        {
            Tables = state.Tables.SetItem(table - 1, state.Tables[table - 1].Remove(number)),
            Sat = early ? state.Sat.SetItem(table - 1, state.Sat[table - 1].Remove(number)) : state.Sat,
        };
    }

    /// <summary>The next phase, with its deadline and nobody seated or on the stage, and with the round that was on among the past ones.</summary>
    public static RoomState Enter(this RoomState state, RoomPhase next, DateTimeOffset now) => state with
    {
        Phase = next,
        Step = state.Step + 1,
        Deadline = now + Phase.Of(next).Length(state.Plan!),
        ActiveAt = now,
        Pause = null,
        Countdown = null,
        House = state.House.Asking.IsEmpty ? state.House : state.House with { Asking = [] },
        Tables = [],
        Sat = [],
        Stage = [],
        Turned = [],
        Calls = [],
        Past = state.Phase == RoomPhase.Round ? state.Past.Add(new(state.Round, now, state.Sat)) : state.Past,
    };

    public static IReadOnlyList<IReadOnlyList<int>> Seats(this RoomState state) => [.. state.Tables.Select(table => table.ToArray())];

    /// <summary>How often each two have sat together, the smaller number first.</summary>
    public static IReadOnlyDictionary<(int, int), int> Met(this RoomState state) => state.AllTables()
        .SelectMany(table => table.SelectMany(a => table.Where(b => a < b).Select(b => (a, b))))
        .CountBy(pair => pair)
        .ToImmutableDictionary();
}
