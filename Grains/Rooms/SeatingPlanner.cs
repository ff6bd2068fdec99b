using System.Collections.Immutable;
using System.Diagnostics;

namespace Weave.Rooms;

/// <summary>
/// Seats people at tables so that as few as possible sit together again. First in importance: no repeats in this room; then, nobody with people they
/// know already. A seeded random start is filled greedily and improved by swaps until none helps, a bounded number of times; the best is kept, the
/// earliest of equal ones. A pass over all swaps costs O(n² · table size).
/// </summary>
internal static class SeatingPlanner
{
    private const int Repeat = 1000;

    /// <param name="people">The numbers of those to be seated, each once; at least two.</param>
    /// <param name="tableSize">How many should sit at a table.</param>
    /// <param name="met">How often two have sat together in this room; the smaller number first.</param>
    /// <param name="acquainted">Who knows whom from elsewhere; the smaller number first.</param>
    /// <param name="seed">The same seed gives the same tables.</param>
    public static ImmutableArray<ImmutableArray<int>> Seat(
        IReadOnlyList<int> people, int tableSize, IReadOnlyDictionary<(int, int), int> met, IReadOnlySet<(int, int)> acquainted, int seed)
    {
        var sizes = Sizes(people.Count, tableSize);
        var costs = Costs(people, met, acquainted);
        var random = new Random(seed);
        int[][] best = [];
        var least = int.MaxValue;
        for (var attempts = Math.Clamp(100_000 / (people.Count * people.Count), 6, 100); attempts > 0 && least > 0; attempts--)
        {
            var tables = Greedy(sizes, costs, random);
            while (Improve(tables, costs))
            {
            }
            var cost = tables.Sum(table => table.Sum(a => table.Sum(b => costs[a][b]))) / 2;
            if (cost < least)
                (best, least) = (tables, cost);
        }
        Debug.Assert(best.Sum(table => table.Length) == people.Count, "Everybody sits somewhere.");
        return [.. best.Select(table => table.Select(index => people[index]).Order().ToImmutableArray())];
    }

    /// <summary>
    /// As many tables as bring their sizes nearest to the one wished for: first the one furthest from it, then all together. Sizes differ by at most one,
    /// nobody sits alone.
    /// </summary>
    internal static int[] Sizes(int people, int tableSize)
    {
        var count = Enumerable.Range(1, people / 2).MinBy(tables =>
        {
            int small = people / tables, large = people % tables;
            var (below, above) = (Math.Abs(small - tableSize), Math.Abs(small + 1 - tableSize));
            return (large == 0 ? below : Math.Max(below, above), ((tables - large) * below) + (large * above));
        });
        return [.. Enumerable.Range(0, count).Select(table => (people / count) + (table < people % count ? 1 : 0))];
    }

    private static int[][] Costs(IReadOnlyList<int> people, IReadOnlyDictionary<(int, int), int> met, IReadOnlySet<(int, int)> acquainted)
    {
        var costs = new int[people.Count][];
        for (var i = 0; i < costs.Length; i++)
        {
            costs[i] = new int[costs.Length];
            for (var j = 0; j < i; j++)
            {
                var pair = (Math.Min(people[i], people[j]), Math.Max(people[i], people[j]));
                costs[i][j] = costs[j][i] = (met.GetValueOrDefault(pair) * Repeat) + (acquainted.Contains(pair) ? 1 : 0);
            }
        }
        return costs;
    }

    /// <summary>One after the other, in random order, to the table where they know the fewest; of equal ones to the emptiest.</summary>
    private static int[][] Greedy(int[] sizes, int[][] costs, Random random)
    {
        var order = Enumerable.Range(0, costs.Length).ToArray();
        random.Shuffle(order);
        var tables = sizes.Select(size => new List<int>(size)).ToArray();
        foreach (var person in order)
        {
            var cost = costs[person];
            Enumerable.Range(0, tables.Length).Where(table => tables[table].Count < sizes[table])
                .Select(table => tables[table])
                .MinBy(table => (table.Sum(other => cost[other]), table.Count))!
                .Add(person);
        }
        return [.. tables.Select(table => table.ToArray())];
    }

    /// <summary>Makes every swap of two people at different tables that helps, in one pass; false when there was none.</summary>
    private static bool Improve(int[][] tables, int[][] costs)
    {
        var improved = false;
        for (var s = 1; s < tables.Length; s++)
        {
            for (var t = 0; t < s; t++)
            {
                for (var i = 0; i < tables[s].Length; i++)
                {
                    for (var j = 0; j < tables[t].Length; j++)
                        improved |= Swap(tables[s], i, tables[t], j, costs);
                }
            }
        }
        return improved;
    }

    private static bool Swap(int[] table, int i, int[] other, int j, int[][] costs)
    {
        var (a, b) = (table[i], other[j]);
        var (ofA, ofB) = (costs[a], costs[b]);
        var change = 0;
        foreach (var c in table)
            change += c == a ? 0 : ofB[c] - ofA[c];
        foreach (var c in other)
            change += c == b ? 0 : ofA[c] - ofB[c];
        if (change >= 0)
            return false;
        (table[i], other[j]) = (b, a);
        return true;
    }
}
