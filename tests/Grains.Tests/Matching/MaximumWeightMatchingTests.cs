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
