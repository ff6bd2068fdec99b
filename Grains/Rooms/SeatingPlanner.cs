using System.Collections.Immutable;
using System.Diagnostics;

namespace Weave.Rooms;

/// <summary>
/// Plans who sits where in the rounds to come, so that over the whole session as few as possible sit together again, and then as <see cref="PairCosts"/>
/// weighs. A plan begins with the best schedule known for full tables, or at random; a plan there is already is mended for those who have come and gone.
/// <see cref="ScheduleSearch"/> betters it; the rounds with the fewest repeats come first. Where people come and go, the next round counts most.
/// </summary>
internal static class SeatingPlanner
{
    private const int MostRounds = 40;

    /// <summary>The tables of the rounds to come, the next one first.</summary>
    /// <param name="before">The plan as it was before people came or went; empty when there is none.</param>
    public static ImmutableArray<PlannedRound> Plan(SeatingProblem problem, ImmutableArray<PlannedRound> before)
    {
        var rounds = Math.Max(problem.Rounds, 1);
        if (problem.Aim == RoomAim.FewRepeats)
            return Plan(problem, before, rounds).Rounds;
        // Those rounds are enough, or one more is tried.
        for (rounds = Math.Min(Math.Max(before.IsDefaultOrEmpty ? 0 : before.Length, Fewest(problem)), MostRounds); ; rounds++)
        {
            var (plan, strangers) = Plan(problem, before, rounds);
            if (strangers == 0 || rounds == MostRounds)
                return plan;
        }
    }

    private static (ImmutableArray<PlannedRound> Rounds, int Strangers) Plan(SeatingProblem problem, ImmutableArray<PlannedRound> before, int rounds)
    {
        var (random, costs, sizes) = (new Random(problem.Seed), new PairCosts(problem), TableSizes.Of(problem.People.Count, problem.TableSize));
        var draft = new Draft(costs, sizes);
        var start = before.IsDefaultOrEmpty ? Opening.Rounds(draft, Known(problem.Aim, sizes, rounds), rounds, random) : Mending.Rounds(draft, problem.People, before, rounds, random);
        var schedule = new Schedule(costs, sizes, start);
        ScheduleSearch.Better(schedule, costs, random, Patience(problem.People.Count));
        var inOrder = InOrder(schedule, sizes, new PairCosts(problem)).ToArray();
        if (!before.IsDefaultOrEmpty && !before[0].Tables.SelectMany(table => table).Order().SequenceEqual(problem.People.Order()))
            inOrder[0] = NextAlone(problem, sizes, inOrder[0], random);
        var plan = inOrder
            .Select(tables => new PlannedRound([.. tables.Select(table => table.Select(index => problem.People[index]).Order().ToImmutableArray())]))
            .ToImmutableArray();
        Debug.Assert(plan.All(round => round.Tables.SelectMany(table => table).Order().SequenceEqual(problem.People.Order())), "Everybody sits somewhere.");
        return (plan, costs.Strangers());
    }

    /// <summary>Rounds to begin with: no pair twice while that lasts, everybody with everybody where there is time for it or nearly so.</summary>
    private static int[][][] Known(RoomAim aim, int[] sizes, int rounds)
    {
        var (best, covering) = (Designs.Best(sizes.Length, sizes[0]), Designs.Covering(sizes.Length, sizes[0], sizes.Sum()));
        return covering?.Length - 1 <= rounds && (aim == RoomAim.EverybodyMeets || rounds > best.Length) ? covering! : best;
    }

    /// <summary>A few milliseconds for 30 people, a tenth of a second for 200.</summary>
    private static long Patience(int people) => Math.Max(300L * people * (people + 30), 300_000);

    /// <summary>Fewer rounds cannot bring everybody together.</summary>
    private static int Fewest(SeatingProblem problem)
    {
        var met = problem.People.ToDictionary(person => person, _ => 0);
        foreach (var (a, b) in problem.Met.Keys.Where(pair => met.ContainsKey(pair.Item1) && met.ContainsKey(pair.Item2)))
            (met[a], met[b]) = (met[a] + 1, met[b] + 1);
        var others = TableSizes.Of(problem.People.Count, problem.TableSize)[0] - 1;
        return Math.Max(1, (problem.People.Count - 1 - met.Values.Min() + others - 1) / others);
    }

    /// <summary>The rounds with the least to pay first, those before them counted.</summary>
    private static IEnumerable<int[][]> InOrder(Schedule schedule, int[] sizes, PairCosts costs)
    {
        var left = Enumerable.Range(0, schedule.Rounds).Select(round => Tables(schedule.Seats.AsSpan(round * schedule.People, schedule.People), sizes)).ToList();
        while (left.Count > 0)
        {
            var next = left.MinBy(tables => Pairs(tables).Sum(pair => costs.Next(pair.A)[pair.B]))!;
            foreach (var (a, b) in Pairs(next))
                costs.Add(a, b, 1);
            left.Remove(next);
            yield return next;
        }
    }

    /// <summary>
    /// The next round by itself, where it has a repeat. The rounds after it may pay for that; but where people come and go, they will be others by then.
    /// </summary>
    private static int[][] NextAlone(SeatingProblem problem, int[] sizes, int[][] next, Random random)
    {
        var costs = new PairCosts(problem);
        var schedule = new Schedule(costs, sizes, [[.. next.SelectMany(table => table)]]);
        if (!Enumerable.Range(0, schedule.People).Any(seat => schedule.Repeats(0, seat)))
            return next;
        ScheduleSearch.Better(schedule, costs, random, Patience(problem.People.Count) / 2);
        return Tables(schedule.Seats, sizes);
    }

    private static IEnumerable<(int A, int B)> Pairs(int[][] tables) =>
        tables.SelectMany(table => table.SelectMany((a, i) => table.Take(i).Select(b => (a, b))));

    private static int[][] Tables(ReadOnlySpan<int> seats, int[] sizes)
    {
        var tables = new int[sizes.Length][];
        for (var (table, first) = (0, 0); table < sizes.Length; first += sizes[table++])
            tables[table] = [.. seats.Slice(first, sizes[table])];
        return tables;
    }
}
