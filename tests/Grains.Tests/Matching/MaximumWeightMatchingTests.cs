using CsCheck;
using Xunit;

namespace Weave.Matching;

public sealed class MaximumWeightMatchingTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void It_is_as_good_as_the_best_of_all_matchings(bool maximumCardinality) =>
        Graphs(1, 10, -3, 12).Sample(graph => IsBest(graph.Vertices, graph.Edges, maximumCardinality), iter: 20_000);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void It_is_so_on_every_graph_of_six_vertices_with_equal_weights(bool maximumCardinality) =>
        EveryGraph(6, 2, (vertices, edges) => IsBest(vertices, edges, maximumCardinality));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void It_is_so_on_every_graph_of_five_vertices_with_two_weights(bool maximumCardinality) =>
        EveryGraph(5, 3, (vertices, edges) => IsBest(vertices, edges, maximumCardinality));

    /// <summary>Few different weights and few edges make many blossoms, in one another and on both sides of the tree.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Larger_ones_are_proven_by_their_certificate(bool maximumCardinality) =>
        (from heaviest in Gen.OneOf(Gen.Const(1L), Gen.Const(2L), Gen.Const(5L), Gen.Const(100L), Gen.Const(1_000_000L))
         from graph in Graphs(10, 150, -heaviest / 10, heaviest)
         select graph).Sample(graph => Solve(graph.Vertices, graph.Edges, maximumCardinality), iter: 2_000);

    /// <summary>With so little effort at first, most searches are given up many times before they get through.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void However_often_a_search_is_given_up_the_result_is_the_best(bool maximumCardinality) =>
        Graphs(10, 100, 1, 20).Sample(
            graph =>
            {
                var (whole, patient) = (new WeightedGraph(graph.Vertices, graph.Edges), new SearchEffort(1, long.MaxValue));
                var matching = MaximumWeightMatching.Solve(whole, maximumCardinality, patient, Cancellation);
                Assert.Null(MatchingCertificate.Fault(whole, matching, maximumCardinality));
            },
            iter: 2_000);

    [Theory]
    [InlineData("random", false)]
    [InlineData("random", true)]
    [InlineData("nearest", false)]
    [InlineData("nearest", true)]
    [InlineData("clustered", false)]
    [InlineData("ties", true)]
    [InlineData("chain", false)]
    [InlineData("chain", true)]
    [InlineData("nested", false)]
    [InlineData("nested", true)]
    public void Large_graphs_of_every_family_are_proven_too(string family, bool maximumCardinality)
    {
        var random = new Random(7);
        IReadOnlyCollection<WeightedEdge> edges = family switch
        {
            "random" => GraphFamilies.Random(random, 3000, 8, 1000),
            "ties" => GraphFamilies.Random(random, 3000, 4, 3),
            "nearest" => NearestNeighbours.Graph(random, 3000, 10),
            "clustered" => GraphFamilies.Clustered(random, 3000, 12),
            "chain" => GraphFamilies.ChainOfTriangles(random, 3000),
            _ => GraphFamilies.NestedBlossoms(random, 3000),
        };
        Solve(3000, [.. edges], maximumCardinality);
    }

    [Fact]
    public void The_same_graph_gives_the_same_matching()
    {
        var edges = GraphFamilies.Random(new(3), 500, 6, 3);
        Assert.Equal(Solve(500, [.. edges]).Mates, Solve(500, [.. edges]).Mates);
    }

    [Fact]
    public void Nobody_and_nothing_to_match_is_no_error()
    {
        Assert.Empty(Solve(0, []).Mates);
        Assert.Equal([-1], Solve(1, []).Mates);
        Assert.Equal([-1, -1, -1], Solve(3, []).Mates);
        Assert.Equal([-1, -1, -1], Solve(3, [], maximumCardinality: true).Mates);
    }

    [Fact]
    public void Edges_without_a_weight_above_zero_serve_only_to_make_more_pairs()
    {
        WeightedEdge[] edges = [new(0, 1, 0), new(2, 3, -5), new(3, 4, -4)];

        Assert.Equal(0, Solve(5, edges).Size);
        var most = Solve(5, edges, maximumCardinality: true);
        Assert.Equal((2, -4), (most.Size, most.Weight));
    }

    [Fact]
    public void More_pairs_come_before_more_weight_only_where_asked_for()
    {
        WeightedEdge[] path = [new(0, 1, 1), new(1, 2, 100), new(2, 3, 1)];

        Assert.Equal([-1, 2, 1, -1], Solve(4, path).Mates);
        Assert.Equal([1, 0, 3, 2], Solve(4, path, maximumCardinality: true).Mates);
    }

    [Fact]
    public void Of_parallel_edges_the_heaviest_counts_and_loops_do_not()
    {
        var matching = Solve(3, [new(0, 1, 3), new(1, 0, 7), new(0, 1, 5), new(2, 2, 100)]);
        Assert.Equal([1, 0, -1], matching.Mates);
        Assert.Equal(7, matching.Weight);
    }

    [Fact]
    public void Parts_that_do_not_hang_together_are_all_matched()
    {
        var edges = Enumerable.Range(0, 50).SelectMany(i => new WeightedEdge[] { new(3 * i, 3 * i + 1, 5), new(3 * i + 1, 3 * i + 2, 6), new(3 * i, 3 * i + 2, 7) });
        Assert.Equal(50 * 7, Solve(150, [.. edges]).Weight);
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(0, 3)]
    public void An_edge_to_nowhere_is_refused(int u, int v) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new WeightedGraph(3, [new(u, v, 1)]));

    [Theory]
    [InlineData(1L << 59, 0)]
    [InlineData(long.MaxValue, long.MaxValue)]
    [InlineData(1, long.MinValue)]
    public void Weights_too_large_to_be_added_up_are_refused(long heavy, long light)
    {
        var graph = new WeightedGraph(4, [new(0, 1, heavy), new(2, 3, light)]);
        Assert.Throws<OverflowException>(() => MaximumWeightMatching.Solve(graph, cancellation: Cancellation));
        Assert.Throws<OverflowException>(() => MaximumWeightMatching.Solve(graph, maximumCardinality: true, Cancellation));
    }

    [Fact]
    public void The_largest_weights_that_are_taken_are_added_up_rightly()
    {
        const long heavy = 1L << 58;
        Assert.Equal(heavy, Solve(3, [new(0, 1, heavy), new(1, 2, heavy), new(0, 2, heavy)]).Weight);
        Assert.Equal(2 * (heavy - 1), Solve(4, [new(0, 1, heavy), new(1, 2, heavy - 1), new(0, 3, heavy - 1)]).Weight);
    }

    [Fact]
    public void It_stops_when_it_is_no_longer_wanted()
    {
        var graph = new WeightedGraph(500, [.. GraphFamilies.Random(new(3), 500, 6, 1000)]);
        Assert.Throws<OperationCanceledException>(() => MaximumWeightMatching.Solve(graph, cancellation: new(canceled: true)));
    }

    private static Gen<(int Vertices, WeightedEdge[] Edges)> Graphs(int least, int most, long lightest, long heaviest) =>
        from vertices in Gen.Int[least, most]
        from edges in Gen.Select(Gen.Int[0, vertices - 1], Gen.Int[0, vertices - 1], Gen.Long[lightest, heaviest], (u, v, weight) => new WeightedEdge(u, v, weight))
            .Array[0, 3 * vertices]
        select (vertices, edges);

    /// <summary>Each pair of vertices with each of the weights, where 0 is no edge.</summary>
    private static void EveryGraph(int vertices, int weights, Action<int, WeightedEdge[]> check)
    {
        var pairs = Enumerable.Range(0, vertices).SelectMany(v => Enumerable.Range(0, v), (v, u) => (u, v)).ToArray();
        for (var number = 0; number < Math.Pow(weights, pairs.Length); number++)
        {
            var edges = new List<WeightedEdge>();
            for (var (i, rest) = (0, number); rest > 0; i++, rest /= weights)
            {
                if (rest % weights > 0)
                    edges.Add(new(pairs[i].u, pairs[i].v, rest % weights));
            }
            check(vertices, [.. edges]);
        }
    }

    private static void IsBest(int vertices, WeightedEdge[] edges, bool maximumCardinality)
    {
        var matching = Solve(vertices, edges, maximumCardinality);
        var (size, weight) = BruteForce.Best(vertices, edges, maximumCardinality);
        Assert.Equal(weight, matching.Weight);
        if (maximumCardinality)
            Assert.Equal(size, matching.Size);
    }

    private static WeightedMatching Solve(int vertices, WeightedEdge[] edges, bool maximumCardinality = false)
    {
        var graph = new WeightedGraph(vertices, edges);
        var matching = MaximumWeightMatching.Solve(graph, maximumCardinality, Cancellation);
        Assert.Null(MatchingCertificate.Fault(graph, matching, maximumCardinality));
        return matching;
    }
}
