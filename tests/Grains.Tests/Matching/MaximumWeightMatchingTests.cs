using CsCheck;
using Xunit;

namespace Weave.Matching;

public sealed class MaximumWeightMatchingTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void It_is_as_good_as_the_best_of_all_matchings(bool maximumCardinality) =>
        SmallGraph(1, 10, -3, 12).Sample(
            graph =>
            {
                var matching = Solve(graph.Vertices, graph.Edges, maximumCardinality);
                var (size, weight) = BruteForce.Best(graph.Vertices, graph.Edges, maximumCardinality);
                Assert.Equal(weight, matching.Weight);
                if (maximumCardinality)
                    Assert.Equal(size, matching.Size);
            },
            iter: 20_000);

    /// <summary>Few different weights and few edges make many blossoms, in one another and on both sides of the tree.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Larger_ones_are_proven_by_their_certificate(bool maximumCardinality) =>
        (from heaviest in Gen.OneOf(Gen.Const(1L), Gen.Const(2L), Gen.Const(5L), Gen.Const(100L), Gen.Const(1_000_000L))
         from graph in SmallGraph(10, 150, -heaviest / 10, heaviest)
         select graph).Sample(graph => Solve(graph.Vertices, graph.Edges, maximumCardinality), iter: 2_000);

    private static Gen<(int Vertices, WeightedEdge[] Edges)> SmallGraph(int least, int most, long lightest, long heaviest) =>
        from vertices in Gen.Int[least, most]
        from edges in Gen.Select(Gen.Int[0, vertices - 1], Gen.Int[0, vertices - 1], Gen.Long[lightest, heaviest], (u, v, w) => new WeightedEdge(u, v, w)).Array[0, 3 * vertices]
        select (vertices, edges);

    private static WeightedMatching Solve(int vertices, WeightedEdge[] edges, bool maximumCardinality)
    {
        var graph = new WeightedGraph(vertices, edges);
        var matching = MaximumWeightMatching.Solve(graph, maximumCardinality, TestContext.Current.CancellationToken);
        Assert.Null(MatchingCertificate.Fault(graph, matching, maximumCardinality));
        return matching;
    }
}
