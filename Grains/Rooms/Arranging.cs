using System.Collections.Immutable;

namespace Weave.Rooms;

/// <summary>Seats given besides the plan: by hand, in the round that is on and in the next one, and to whoever was left alone.</summary>
internal static class Arranging
{
    /// <summary>With less of a round left, it is not worth getting to know another table.</summary>
    private static readonly TimeSpan WorthMoving = TimeSpan.FromMinutes(1);

    /// <summary>To another table, from 1, now. What counts as having met at the former one is as for somebody who leaves it.</summary>
    /// <param name="apart">With whom of those seated they must not sit.</param>
    public static Outcome MoveTo(this Room room, int step, int number, int table, DateTimeOffset now, IReadOnlySet<int> apart)
    {
        room.Require(step, Move.Table);
        if (!room.Known(number).Present)
            throw new Refused(Refusal.NotInTheRoom);
        var tables = room.State.Tables;
        if (table < 1 || table > tables.Length)
            throw new Refused(Refusal.OutOfRange, nameof(table));
        if (tables[table - 1].Contains(number))
            return new(room, []);
        if (tables[table - 1].Any(apart.Contains))
            throw new Refused(Refusal.NotTogether);
        return new(room with { State = room.State.Unseat(number, now).Seat(number, table - 1) }, [new ParticipantSeated(number, table)]);
    }

    /// <summary>Lets two at different tables change places, now. Said again, it changes nothing: the table says where the second sat when it was asked for.</summary>
    /// <param name="table">Where <paramref name="instead"/> sits, from 1, and <paramref name="number"/> shall.</param>
    /// <param name="apart">Who must not sit with whom.</param>
    public static Outcome Swap(this Room room, int step, int number, int instead, int table, DateTimeOffset now, IReadOnlySet<(int, int)> apart)
    {
        room.Require(step, Move.Table);
        var state = room.State;
        var (from, to) = (state.TableOf(number), state.TableOf(instead));
        if (from == table && to != table && to > 0)
            return new(room, []);
        if (from == 0 || to == 0)
            throw new Refused(Refusal.NotInTheRoom);
        if (to != table || from == to)
            throw new Refused(Refusal.AlreadyDone);
        var (here, there) = (state.Tables[from - 1].Remove(number).Add(instead), state.Tables[to - 1].Remove(instead).Add(number));
        if (Clashes(here, apart) + Clashes(there, apart) > 0)
            throw new Refused(Refusal.NotTogether);
        state = state.Unseat(number, now).Unseat(instead, now).Seat(number, to - 1).Seat(instead, from - 1);
        return new(room with { State = state }, [new ParticipantSeated(number, to), new ParticipantSeated(instead, from)]);
    }

    /// <summary>Those whom everybody else at their table has left, while there is time to talk to others.</summary>
    public static IReadOnlyList<int> Alone(this Room room, DateTimeOffset now)
    {
        var left = room.State.Pause?.Left ?? room.State.Deadline - now;
        return room.State.Phase == RoomPhase.Round && left >= WorthMoving ? [.. room.State.Tables.Where(table => table.Length == 1).Select(table => table[0])] : [];
    }

    /// <summary>Brings somebody who sits alone to the smallest other table with nobody to be kept apart from; nothing changes where there is none.</summary>
    /// <param name="apart">With whom of those seated they must not sit.</param>
    public static Outcome JoinOthers(this Room room, int number, DateTimeOffset now, IReadOnlySet<int> apart)
    {
        var state = room.State;
        var from = state.TableOf(number) - 1;
        var others = Enumerable.Range(0, state.Tables.Length).Where(table => table != from && !state.Tables[table].IsEmpty && !state.Tables[table].Any(apart.Contains)).ToList();
        if (from < 0 || state.Tables[from].Length > 1 || others.Count == 0)
            return new(room, []);
        var to = others.MinBy(table => (state.Tables[table].Length, state.Tables[table].Count(other => room.SatTogether(number, other))));
        return new(room with { State = state.Unseat(number, now).Seat(number, to) }, [new ParticipantSeated(number, to + 1)]);
    }

    /// <summary>Keeps a seating of the next round, and of those after it, until it is changed by hand or starts.</summary>
    public static Outcome Arrange(this Room room, int step, ImmutableArray<PlannedRound> plan)
    {
        room.Require(step, Move.Arrange);
        return room.Arranged(plan[0].Tables, plan[1..]);
    }

    /// <summary>To another table of the next round, or in place of somebody there, who comes here.</summary>
    public static Outcome Rearrange(this Room room, int step, int number, int table, int? instead, IReadOnlySet<(int, int)> apart)
    {
        room.Require(step, Move.Arrange);
        var before = room.State.Arranged;
        if (before.IsEmpty)
            throw new Refused(Refusal.AlreadyDone);
        var (from, to) = (IndexOf(before, number), instead is { } other ? IndexOf(before, other) : table - 1);
        if (from < 0 || to < 0 || to >= before.Length)
            throw new Refused(Refusal.OutOfRange, nameof(table));
        if (from == to)
            return new(room, []);
        var after = before.SetItem(from, before[from].Remove(number)).SetItem(to, before[to].Add(number));
        if (instead is { } back)
            after = after.SetItem(to, after[to].Remove(back)).SetItem(from, after[from].Add(back));
        if (Clashes(after[from], apart) > Clashes(before[from], apart) || Clashes(after[to], apart) > Clashes(before[to], apart))
            throw new Refused(Refusal.NotTogether);
        return room.Arranged(after, room.State.Planned);
    }

    public static Outcome ForgetArrangement(this Room room, int step)
    {
        room.Require(step, Move.Arrange);
        return room.State.Arranged.IsEmpty ? new(room, []) : room.Arranged([], room.State.Planned);
    }

    /// <summary>
    /// What was arranged, for those who are here now: those who left are missing; those who came, and who would be alone, sit at the smallest tables.
    /// Null when nothing is left of it: then the tables are planned.
    /// </summary>
    public static ImmutableArray<ImmutableArray<int>>? ArrangedFor(this Room room, IReadOnlyList<int> people, IReadOnlySet<(int, int)> apart)
    {
        var tables = room.State.Arranged.Select(table => table.Where(people.Contains).ToList()).Where(table => table.Count > 1).ToList();
        if (tables.Count == 0)
            return null;
        var standing = people.Except(tables.SelectMany(table => table)).ToList();
        // One too many sits with others; more of them get tables of their own.
        var more = standing.Count - tables.Sum(table => Math.Max(0, room.Plan.TableSize - table.Count));
        if (more > 1)
            tables.AddRange(TableSizes.Of(more, room.Plan.TableSize).Select(_ => new List<int>()));
        foreach (var person in standing)
            Table(person).Add(person);
        // Two who came and are kept apart have not shared the new table.
        while (tables.Find(table => table.Count == 1) is { } alone)
        {
            tables.Remove(alone);
            Table(alone[0]).Add(alone[0]);
        }

        List<int> Table(int person) => tables.OrderBy(table => table.Exists(other => apart.Contains(Pair(person, other)))).ThenBy(table => table.Count).First();
        return [.. tables.Select(table => table.Order().ToImmutableArray())];
    }

    private static Outcome Arranged(this Room room, ImmutableArray<ImmutableArray<int>> tables, ImmutableArray<PlannedRound> after) =>
        new(room with { State = room.State with { Arranged = tables, Planned = after } }, []);

    private static int IndexOf(ImmutableArray<ImmutableArray<int>> tables, int number) =>
        tables.TakeWhile(table => !table.Contains(number)).Count() is var index && index < tables.Length ? index : -1;

    private static int Clashes(ImmutableArray<int> table, IReadOnlySet<(int, int)> apart) => table.Sum(a => table.Count(b => a < b && apart.Contains((a, b))));

    private static (int, int) Pair(int a, int b) => (Math.Min(a, b), Math.Max(a, b));
}
