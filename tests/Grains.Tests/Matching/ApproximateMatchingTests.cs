using CsCheck;
using Xunit;

namespace Weave.Matching;

public sealed class ApproximateMatchingTests
{
    [Theory]
    [InlineData("random", 0.985)]
    [InlineData("nearest", 0.995)]
    [InlineData("nested", 0.98)]
    public void It_comes_near_the_best_and_knows_how_near(string family, double share)
    {
        var random = new Random(5);
        var edges = family switch
        {
            "random" => GraphFamilies.Random(random, 3000, 10, 1000),
            "nearest" => NearestNeighbours.Graph(random, 3000, 10),
            _ => GraphFamilies.NestedBlossoms(random, 3000),
        };
        var graph = new WeightedGraph(3000, [.. edges]);
        var best = MaximumWeightMatching.Solve(graph, cancellation: TestContext.Current.CancellationToken);
        var near = MaximumWeightMatching.Approximate(graph, enough: TestContext.Current.CancellationToken);

        Assert.InRange(near.Weight, share * best.Weight, best.Weight);
        Assert.InRange(MatchingCertificate.UpperBound(graph, near), best.Weight, best.Weight / share);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void With_hardly_any_effort_it_is_still_a_matching_with_a_bound(bool maximumCardinality) =>
        (from vertices in Gen.Int[1, 60]
         from edges in Gen.Select(Gen.Int[0, vertices - 1], Gen.Int[0, vertices - 1], Gen.Long[-3, 30], (u, v, weight) => new WeightedEdge(u, v, weight))
             .Array[0, 200]
         select new WeightedGraph(vertices, edges)).Sample(
            graph =>
            {
                var best = MaximumWeightMatching.Solve(graph, maximumCardinality, TestContext.Current.CancellationToken);
                var near = MaximumWeightMatching.Solve(graph, maximumCardinality, new SearchEffort(1, 2), TestContext.Current.CancellationToken);
                var bound = MatchingCertificate.UpperBound(graph, near, maximumCardinality);
                Assert.True(near.Weight <= bound);
                if (near.Size == best.Size || !maximumCardinality)
                    Assert.True(best.Weight <= bound);
            },
            iter: 2_000);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(100)]
    public void Stopped_at_any_time_it_gives_what_it_has_with_a_bound(int searches)
    {
        var graph = new WeightedGraph(2000, [.. GraphFamilies.Random(new(7), 2000, 10, 1000)]);
        var best = MaximumWeightMatching.Solve(graph, cancellation: TestContext.Current.CancellationToken);
        using var stop = new CancellationTokenSource();
        var left = searches;
        var roots = Enumerable.Range(0, 500).ToList();
        var begun = 0;
        if (searches == 0)
            stop.Cancel();
        SearchEffort.Approximate.Spend(roots, _ => false, (_, _) =>
        {
            begun++;
            if (--left == 0)
                stop.Cancel();
            return -1;
        }, stop.Token);

        Assert.Equal(searches, begun);
        Assert.Equal(500, roots.Count);
        var stopped = MaximumWeightMatching.Approximate(graph, enough: stop.Token);
        Assert.InRange(stopped.Weight, best.Weight / 2, best.Weight);
        Assert.InRange(MatchingCertificate.UpperBound(graph, stopped), best.Weight, long.MaxValue);
    }
}
