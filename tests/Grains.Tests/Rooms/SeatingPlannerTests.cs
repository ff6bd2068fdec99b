using System.Collections.Frozen;
using CsCheck;
using Xunit;

namespace Weave.Rooms;

public sealed class SeatingPlannerTests
{
    private static readonly FrozenSet<(int, int)> Nobody = FrozenSet<(int, int)>.Empty;

    [Fact]
    public void Everybody_sits_once_at_tables_of_nearly_equal_size_and_nobody_alone() =>
        Gen.Select(Gen.Int[2, 60], Gen.Int[2, 6], Gen.Int, Gen.Select(Gen.Int[0, 59], Gen.Int[0, 59]).Array[0, 60]).Sample((people, size, seed, pairs) =>
        {
            var numbers = Enumerable.Range(0, people).Select(i => i * 3).ToArray();
            var met = pairs.Where(p => p.Item1 < p.Item2).Distinct().ToDictionary(p => p, _ => 1);

            var tables = SeatingPlanner.Seat(numbers, size, met, Nobody, seed);

            Assert.Equal(numbers, tables.SelectMany(table => table).Order());
            Assert.InRange(tables.Max(table => table.Length) - tables.Min(table => table.Length), 0, 1);
            Assert.True(tables.Min(table => table.Length) >= 2);
            Assert.Equal(tables.Select(table => table.ToArray()), SeatingPlanner.Seat(numbers, size, met, Nobody, seed).Select(table => table.ToArray()));
        }, iter: 300, threads: 1);

    [Theory]
    [InlineData(2, 6, new[] { 2 })]
    [InlineData(3, 2, new[] { 3 })]
    [InlineData(4, 3, new[] { 4 })]
    [InlineData(5, 2, new[] { 3, 2 })]
    [InlineData(7, 3, new[] { 4, 3 })]
    [InlineData(8, 3, new[] { 3, 3, 2 })]
    [InlineData(30, 3, new[] { 3, 3, 3, 3, 3, 3, 3, 3, 3, 3 })]
    public void Sizes_are_as_near_to_the_one_wished_for_as_can_be(int people, int size, int[] sizes) =>
        Assert.Equal(sizes, SeatingPlanner.Sizes(people, size));

    [Fact]
    public void No_seating_of_few_people_has_fewer_repeats_or_after_that_fewer_acquaintances() =>
        Gen.Select(Gen.Int[2, 3], Gen.Int[4, 7], Gen.Int[0, 3].Array[21], Gen.Bool.Array[21], Gen.Int).Sample((size, people, times, known, seed) =>
        {
            var numbers = Enumerable.Range(0, people).ToArray();
            var pairs = Pairs(numbers).ToList();
            var met = pairs.Select((pair, i) => (pair, i)).ToDictionary(p => p.pair, p => times[p.i]);
            var acquainted = pairs.Where((_, i) => known[i]).ToFrozenSet();
            (int, int) Cost(IEnumerable<IEnumerable<int>> tables) =>
                tables.SelectMany(table => Pairs([.. table])).ToList() is var sat ? (sat.Sum(pair => met[pair]), sat.Count(acquainted.Contains)) : default;

            var tables = SeatingPlanner.Seat(numbers, size, met, acquainted, seed);

            Assert.Equal(All(numbers, [.. SeatingPlanner.Sizes(people, size)]).Min(Cost), Cost(tables.Select(table => table.AsEnumerable())));
        }, iter: 300, threads: 1);

    [Theory]
    [InlineData(12, 3, 3)]
    [InlineData(30, 3, 8)]
    [InlineData(30, 5, 3)]
    [InlineData(20, 2, 12)]
    [InlineData(200, 5, 8)]
    public void Rounds_go_on_without_a_repeat(int people, int size, int rounds)
    {
        var met = new Dictionary<(int, int), int>();
        for (var round = 0; round < rounds; round++)
        {
            foreach (var pair in SeatingPlanner.Seat([.. Enumerable.Range(0, people)], size, met, Nobody, round).SelectMany(table => Pairs([.. table])))
                Assert.True(met.TryAdd(pair, 1), $"{pair} again in round {round + 1}.");
        }
    }

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
