using System.Collections.Immutable;
using CsCheck;
using Xunit;

namespace Weave.Rooms;

public sealed class SeatingPlannerTests
{
    [Fact]
    public void Everybody_sits_once_at_tables_of_nearly_equal_size_and_nobody_alone() =>
        Gen.Select(Gen.Int[2, 60], Gen.Int[2, 6], Gen.Int[1, 4], Gen.Int, Gen.Select(Gen.Int[0, 59], Gen.Int[0, 59]).Array[0, 60]).Sample((people, size, rounds, seed, pairs) =>
        {
            var problem = Session(people, size, rounds) with
            {
                People = [.. Enumerable.Range(0, people).Select(i => i * 3)],
                Met = pairs.Where(p => p.Item1 < p.Item2).Distinct().ToDictionary(p => p, _ => 1),
                Seed = seed,
            };

            var plan = SeatingPlanner.Plan(problem, []);

            Assert.Equal(rounds, plan.Length);
            Assert.All(plan, round => Seats(problem, round));
            Assert.Equal(Flat(plan), Flat(SeatingPlanner.Plan(problem, [])));
        }, iter: 300, threads: 1);

    [Theory]
    [InlineData(2, 6, new[] { 2 })]
    [InlineData(3, 2, new[] { 3 })]
    [InlineData(4, 3, new[] { 2, 2 })]
    [InlineData(5, 2, new[] { 3, 2 })]
    [InlineData(7, 3, new[] { 3, 2, 2 })]
    [InlineData(8, 3, new[] { 3, 3, 2 })]
    [InlineData(7, 6, new[] { 4, 3 })]
    [InlineData(30, 3, new[] { 3, 3, 3, 3, 3, 3, 3, 3, 3, 3 })]
    [InlineData(30, 4, new[] { 4, 4, 4, 4, 4, 4, 3, 3 })]
    public void No_table_is_larger_than_wished_for_unless_somebody_would_sit_alone(int people, int size, int[] sizes) =>
        Assert.Equal(sizes, TableSizes.Of(people, size));

    [Fact]
    public void No_seating_of_few_people_puts_fewer_together_who_must_not_be_nor_has_fewer_repeats_or_after_that_fewer_acquaintances() =>
        Gen.Select(Gen.Int[2, 3], Gen.Int[4, 7], Gen.Int[0, 3].Array[21], Gen.Bool.Array[21], Gen.Int[0, 4].Array[21], Gen.Int).Sample((size, people, times, known, apart, seed) =>
        {
            var pairs = Pairs([.. Enumerable.Range(0, people)]).ToList();
            var problem = Session(people, size, rounds: 1) with
            {
                Met = pairs.Select((pair, i) => (pair, i)).Where(p => times[p.i] > 0).ToDictionary(p => p.pair, p => times[p.i]),
                Acquainted = pairs.Where((_, i) => known[i]).ToHashSet(),
                Apart = pairs.Where((_, i) => apart[i] == 0).ToHashSet(),
                Seed = seed,
            };
            (int, int, int) Cost(IEnumerable<IEnumerable<int>> tables) => tables.SelectMany(table => Pairs([.. table])).ToList() is var sat
                ? (sat.Count(problem.Apart.Contains), sat.Sum(pair => problem.Met.GetValueOrDefault(pair)), sat.Count(problem.Acquainted.Contains)) : default;

            var plan = SeatingPlanner.Plan(problem, []);

            Assert.Equal(All([.. problem.People], TableSizes.Of(people, size)).Min(Cost), Cost(plan[0].Tables.Select(table => table.AsEnumerable())));
        }, iter: 300, threads: 1);

    [Fact]
    public void No_seating_of_few_people_without_more_repeats_fulfils_more_wishes() =>
        Gen.Select(Gen.Int[2, 3], Gen.Int[4, 7], Gen.Int[0, 3].Array[21], Gen.Int[0, 5].Array[21], Gen.Int[0, 6].Array[21], Gen.Int).Sample((size, people, times, wishes, apart, seed) =>
        {
            var pairs = Pairs([.. Enumerable.Range(0, people)]).ToList();
            var problem = Session(people, size, rounds: 1) with
            {
                Met = pairs.Select((pair, i) => (pair, i)).Where(p => times[p.i] > 1).ToDictionary(p => p.pair, p => times[p.i] - 1),
                Apart = pairs.Where((_, i) => apart[i] == 0).ToHashSet(),
                Wishes = pairs.Select((pair, i) => (pair, i)).Where(p => wishes[p.i] is 1 or 2).ToDictionary(p => p.pair, p => wishes[p.i]),
                Seed = seed,
            };
            // Two who both wish count as three wishes; who has met has got what they wished for.
            int Worth((int, int) pair) => problem.Met.ContainsKey(pair) ? 0 : problem.Wishes.GetValueOrDefault(pair) switch { 0 => 0, 1 => 1, _ => 3 };
            (int, int, int) Cost(IEnumerable<IEnumerable<int>> tables) => tables.SelectMany(table => Pairs([.. table])).ToList() is var sat
                ? (sat.Count(problem.Apart.Contains), sat.Sum(pair => problem.Met.GetValueOrDefault(pair)), -sat.Sum(Worth)) : default;

            var plan = SeatingPlanner.Plan(problem, []);

            Assert.Equal(All([.. problem.People], TableSizes.Of(people, size)).Min(Cost), Cost(plan[0].Tables.Select(table => table.AsEnumerable())));
        }, iter: 300, threads: 1);

    [Fact]
    public void Who_both_wish_sit_together_within_a_session_and_it_costs_no_repeat() =>
        Gen.Select(Gen.Int[8, 30], Gen.Int[2, 4], Gen.Int[2, 4], Gen.Int[0, 29], Gen.Int[1, 28], Gen.Int).Sample((count, size, rounds, one, further, seed) =>
        {
            // With fewer people there may be no session without a repeat in which these two sit together.
            var people = Math.Max(count, size * size);
            var (a, b) = (one % people, (one + 1 + (further % (people - 1))) % people);
            var wished = (Math.Min(a, b), Math.Max(a, b));
            var problem = Session(people, size, rounds) with { Seed = seed };
            int Repeats(IEnumerable<PlannedRound> plan) => plan.SelectMany(round => round.Tables).SelectMany(table => Pairs([.. table])).GroupBy(pair => pair).Sum(pair => pair.Count() - 1);
            var before = SeatingPlanner.Plan(problem, []);

            var plan = SeatingPlanner.Plan(problem with { Wishes = new Dictionary<(int, int), int> { [wished] = 2 } }, before);

            Assert.Contains(wished, plan.SelectMany(round => round.Tables).SelectMany(table => Pairs([.. table])));
            Assert.True(Repeats(plan) <= Repeats(before));
        }, iter: 100, threads: 1);

    [Theory]
    [InlineData(30, 2, 29)]
    [InlineData(30, 3, 14)]
    [InlineData(29, 3, 14)]
    [InlineData(28, 3, 14)]
    [InlineData(30, 4, 9)]
    [InlineData(30, 5, 6)]
    [InlineData(28, 4, 9)]
    [InlineData(20, 4, 5)]
    [InlineData(36, 6, 3)]
    [InlineData(200, 5, 8)]
    public void A_session_goes_on_without_a_repeat_when_nobody_comes_or_goes(int people, int size, int rounds)
    {
        var (met, plan) = (new Dictionary<(int, int), int>(), ImmutableArray<PlannedRound>.Empty);
        for (var round = 0; round < rounds; round++)
        {
            plan = SeatingPlanner.Plan(Session(people, size, rounds - round) with { Met = met, Seed = round }, plan);
            Play(plan[0], met);
            plan = plan[1..];
        }
        Assert.All(met, pair => Assert.Equal(1, pair.Value));
    }

    [Fact]
    public void People_to_keep_apart_never_sit_together_even_when_others_meet_again_for_it() =>
        Gen.Select(Gen.Int[6, 30], Gen.Int[2, 5], Gen.Int, Gen.Select(Gen.Int[0, 29], Gen.Int[0, 29]).Array[1, 4]).Sample((people, size, seed, pairs) =>
        {
            var apart = pairs.Where(p => p.Item1 < p.Item2).ToHashSet();

            var plan = SeatingPlanner.Plan(Session(people, size, rounds: 6) with { Apart = apart, Seed = seed }, []);

            Assert.DoesNotContain(plan.SelectMany(round => round.Tables).SelectMany(table => Pairs([.. table])), apart.Contains);
        }, iter: 50, threads: 1);

    [Fact]
    public void Who_comes_takes_the_place_of_who_has_gone_and_the_others_stay_where_they_are()
    {
        var plan = SeatingPlanner.Plan(Session(30, 3, 14), []);

        var mended = SeatingPlanner.Plan(Session(30, 3, 14) with { People = [.. Enumerable.Range(0, 29), 77] }, plan);

        static IEnumerable<string> Tables(ImmutableArray<PlannedRound> plan, int guest) =>
            plan.SelectMany(round => round.Tables).Select(table => string.Join(' ', table.Select(person => person == guest ? 100 : person).Order())).Order(StringComparer.Ordinal);
        Assert.Equal(Tables(plan, 29), Tables(mended, 77));
    }

    [Fact]
    public void A_plan_is_mended_for_whoever_comes_and_goes() =>
        Gen.Select(Gen.Int[2, 40], Gen.Int[2, 40], Gen.Int[0, 20], Gen.Int[2, 6], Gen.Int).Sample((before, after, shift, size, seed) =>
        {
            var plan = SeatingPlanner.Plan(Session(before, size, 4) with { Seed = seed }, []);
            var met = new Dictionary<(int, int), int>();
            Play(plan[0], met);
            var problem = Session(after, size, 3) with { People = [.. Enumerable.Range(shift, after)], Met = met, Seed = seed };

            var mended = SeatingPlanner.Plan(problem, plan[1..]);

            Assert.Equal(3, mended.Length);
            Assert.All(mended, round => Seats(problem, round));
        }, iter: 200, threads: 1);

    [Fact]
    public void Where_somebody_must_meet_again_it_is_not_the_one_who_has_met_the_fewest()
    {
        // 0 to 3 have all met each other, 4 has met nobody: two of five meet again at a table of three or two, 4 does not sit at the smaller one.
        var problem = Session(5, 2, 1) with { Met = Pairs([0, 1, 2, 3]).ToDictionary(pair => pair, _ => 1) };

        var plan = SeatingPlanner.Plan(problem, []);

        Assert.Equal(3, plan[0].Tables.Single(table => table.Contains(4)).Length);
    }

    [Fact]
    public void Those_who_go_well_together_meet_when_it_costs_no_repeat()
    {
        var problem = Session(30, 3, 4) with { Affinity = (a, b) => a / 6 == b / 6 ? 100 : 0 };

        var plan = SeatingPlanner.Plan(problem, []);

        var met = plan.SelectMany(round => round.Tables).SelectMany(table => Pairs([.. table])).ToList();
        Assert.Equal(met.Count, met.Distinct().Count());
        Assert.True(met.Count(pair => pair.Item1 / 6 == pair.Item2 / 6) > 40, "A random plan brings 20 of them together.");
    }

    [Fact]
    public void Affinity_decides_among_seatings_without_a_repeat() =>
        Gen.Select(Gen.Int[2, 4], Gen.Int[0, 100].Array[28], Gen.Int).Sample((tables, affinity, seed) =>
        {
            var pairs = Pairs([.. Enumerable.Range(0, 2 * tables)]).ToList();
            var problem = Session(2 * tables, 2, rounds: 1) with
            {
                Met = pairs.Where(pair => pair.Item1 / 2 == pair.Item2 / 2).ToDictionary(pair => pair, _ => 1),
                Affinity = (a, b) => affinity[pairs.IndexOf((Math.Min(a, b), Math.Max(a, b)))],
                Seed = seed,
            };
            (int, int) Cost(IEnumerable<IEnumerable<int>> round) => round.SelectMany(table => Pairs([.. table])).ToList() is var sat
                ? (sat.Count(problem.Met.ContainsKey), -sat.Sum(pair => problem.Affinity(pair.Item1, pair.Item2))) : default;

            var plan = SeatingPlanner.Plan(problem, []);

            Assert.Equal(All([.. problem.People], TableSizes.Of(2 * tables, 2)).Min(Cost), Cost(plan[0].Tables.Select(table => table.AsEnumerable())));
        }, iter: 200, threads: 1);

    [Fact]
    public void The_next_round_has_no_repeat_when_so_many_have_left_that_later_ones_must() =>
        Gen.Select(Gen.Int[2, 4], Gen.Int[1, 4], Gen.Int).Sample((played, newcomers, seed) =>
        {
            var (met, plan) = (new Dictionary<(int, int), int>(), SeatingPlanner.Plan(Session(30, 4, 8) with { Seed = seed }, []));
            foreach (var round in plan[..played])
                Play(round, met);
            int[] people = [.. Enumerable.Range(0, 20), .. Enumerable.Range(30, newcomers)];

            var mended = SeatingPlanner.Plan(Session(20 + newcomers, 4, 8 - played) with { People = people, Met = met, Seed = seed }, plan[played..]);

            Assert.DoesNotContain(mended[0].Tables.SelectMany(table => Pairs([.. table])), met.ContainsKey);
        }, iter: 100, threads: 1);

    [Theory]
    [InlineData(12, 3, 7)]
    [InlineData(16, 4, 5)]
    [InlineData(10, 2, 9)]
    [InlineData(30, 3, 15)]
    [InlineData(30, 4, 12)]
    [InlineData(30, 5, 9)]
    [InlineData(30, 6, 7)]
    [InlineData(32, 4, 11)]
    [InlineData(24, 4, 10)]
    public void Everybody_meets_everybody_when_that_is_the_aim(int people, int size, int rounds)
    {
        var plan = SeatingPlanner.Plan(Session(people, size, 1) with { Aim = RoomAim.EverybodyMeets }, []);

        Assert.InRange(plan.Length, 1, rounds);
        Assert.Equal(people * (people - 1) / 2, plan.SelectMany(round => round.Tables).SelectMany(table => Pairs([.. table])).Distinct().Count());
    }

    private static SeatingProblem Session(int people, int size, int rounds) => new() { People = [.. Enumerable.Range(0, people)], TableSize = size, Rounds = rounds };

    private static void Seats(SeatingProblem problem, PlannedRound round)
    {
        Assert.Equal(problem.People.Order(), round.Tables.SelectMany(table => table).Order());
        Assert.InRange(round.Tables.Max(table => table.Length) - round.Tables.Min(table => table.Length), 0, 1);
        Assert.True(round.Tables.Min(table => table.Length) >= 2);
    }

    private static void Play(PlannedRound round, Dictionary<(int, int), int> met)
    {
        foreach (var pair in round.Tables.SelectMany(table => Pairs([.. table])))
            met[pair] = met.GetValueOrDefault(pair) + 1;
    }

    private static string Flat(ImmutableArray<PlannedRound> plan) =>
        string.Join('/', plan.Select(round => string.Join('|', round.Tables.Select(table => string.Join(' ', table)))));

    private static IEnumerable<(int, int)> Pairs(int[] people) => people.SelectMany(a => people.Where(b => a < b).Select(b => (a, b)));

    /// <summary>Every way to seat people at tables of these sizes.</summary>
    private static IEnumerable<IEnumerable<IEnumerable<int>>> All(int[] people, int[] sizes)
    {
        if (sizes.Length == 0)
            return [[]];
        return Choices(people, sizes[0]).SelectMany(table => All([.. people.Except(table)], sizes[1..]).Select(rest => rest.Prepend(table)));
    }

    private static IEnumerable<int[]> Choices(int[] people, int size) => size == 0
        ? [[]]
        : Enumerable.Range(0, people.Length).SelectMany(i => Choices(people[(i + 1)..], size - 1).Select(rest => rest.Prepend(people[i]).ToArray()));
}
