using Xunit;

namespace Weave.Matching;

/// <summary>
/// Odd cycles that must shrink, with stems of all combinations of places and weights, so that trees come in and leave everywhere: through the outer blossom,
/// through the inner one, with the blossom on either side of the tree, and so heavy that it has to open again.
/// </summary>
public sealed class BlossomCasesTests
{
    [Theory]
    [InlineData(3)]
    [InlineData(5)]
    public void A_blossom_gives_way_wherever_the_tree_comes_in(int length) =>
        WithStems(Cycle(length, 10), length, [0, 4, 7, 11]);

    [Fact]
    public void A_blossom_in_a_blossom_gives_way_too() =>
        WithStems([.. Cycle(3, 20), new(0, 3, 15), new(3, 4, 16), new(4, 1, 15)], 5, [0, 5, 9, 14]);

    [Fact]
    public void So_do_three_in_one_another() =>
        WithStems([.. Cycle(3, 30), new(0, 3, 25), new(3, 4, 26), new(4, 1, 25), new(2, 5, 21), new(5, 6, 22), new(6, 3, 21)], 7, [0, 12]);

    [Fact]
    public void And_two_side_by_side_in_a_third() =>
        WithStems([.. Cycle(3, 30), new(3, 4, 30), new(4, 5, 30), new(5, 3, 30), new(0, 3, 24), new(1, 6, 23), new(6, 4, 23)], 7, [0, 13]);

    /// <summary>Adds to each vertex of the core a stem of each of the weights, 0 being none; also with a second edge at the end, so that the tree starts further away.</summary>
    private static void WithStems(WeightedEdge[] core, int size, long[] weights)
    {
        for (var number = 0; number < Math.Pow(weights.Length, size); number++)
        {
            List<WeightedEdge> stems = [], longer = [];
            for (var (v, rest) = (0, number); v < size; v++, rest /= weights.Length)
            {
                var weight = weights[rest % weights.Length];
                if (weight == 0)
                    continue;
                stems.Add(new(v, size + v, weight));
                longer.Add(new(v, size + 2 * v, weight));
                longer.Add(new(size + 2 * v, size + 2 * v + 1, weight + 1));
            }
            IsBest(2 * size, [.. core, .. stems]);
            IsProven(3 * size, [.. core, .. longer], maximumCardinality: false);
            IsProven(3 * size, [.. core, .. longer], maximumCardinality: true);
        }
    }

    private static WeightedEdge[] Cycle(int length, long weight) => [.. Enumerable.Range(0, length).Select(v => new WeightedEdge(v, (v + 1) % length, weight + v % 2))];

    private static void IsBest(int vertices, WeightedEdge[] edges) =>
        Assert.Equal(BruteForce.Best(vertices, edges, maximumCardinality: false).Weight, IsProven(vertices, edges, maximumCardinality: false).Weight);

    private static WeightedMatching IsProven(int vertices, WeightedEdge[] edges, bool maximumCardinality)
    {
        var graph = new WeightedGraph(vertices, edges);
        var matching = MaximumWeightMatching.Solve(graph, maximumCardinality, new SearchEffort(2, long.MaxValue), TestContext.Current.CancellationToken);
        Assert.Null(MatchingCertificate.Fault(graph, matching, maximumCardinality));
        return matching;
    }
}
