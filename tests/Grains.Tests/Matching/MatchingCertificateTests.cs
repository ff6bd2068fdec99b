using Xunit;

namespace Weave.Matching;

public sealed class MatchingCertificateTests
{
    // Two triangles joined by an edge: the best matching needs blossoms for its proof.
    private readonly WeightedGraph _graph = new(
        6, [new(0, 1, 10), new(1, 2, 10), new(0, 2, 10), new(3, 4, 10), new(4, 5, 10), new(3, 5, 10), new(2, 3, 1)]);

    [Fact]
    public void The_best_matching_is_proven_with_the_help_of_blossoms()
    {
        var best = Best();
        Assert.Equal(21, best.Weight);
        Assert.Contains(best.Proof.Blossoms, dual => dual > 0);
        Assert.Null(MatchingCertificate.Fault(_graph, best));
        Assert.Equal(21, MatchingCertificate.UpperBound(_graph, best));
    }

    [Fact]
    public void A_matching_that_is_not_the_best_is_not_proven_but_bounded()
    {
        var worse = Best() with { Mates = [1, 0, -1, 4, 3, -1], Size = 2, Weight = 20 };
        Assert.NotNull(MatchingCertificate.Fault(_graph, worse));
        Assert.Equal(21, MatchingCertificate.UpperBound(_graph, worse));
    }

    [Fact]
    public void What_is_no_matching_of_the_graph_is_found_out()
    {
        var best = Best();
        Assert.NotNull(MatchingCertificate.Fault(_graph, best with { Weight = 22 }));
        Assert.NotNull(MatchingCertificate.Fault(_graph, best with { Size = 2 }));
        Assert.NotNull(MatchingCertificate.Fault(_graph, best with { Mates = [1, 0, 3, 2, 5, -1] }));
        Assert.NotNull(MatchingCertificate.Fault(_graph, best with { Mates = [5, 2, 1, 4, 3, 0] }));
        Assert.NotNull(MatchingCertificate.Fault(_graph, best with { Mates = [1, 0, 3, 2, 5, 6] }));
        Assert.NotNull(MatchingCertificate.Fault(_graph, best with { Mates = [1, 0] }));
    }

    [Fact]
    public void Duals_that_prove_nothing_are_found_out()
    {
        var best = Best();
        var proof = best.Proof;
        foreach (var wrong in new[]
        {
            proof with { Vertices = [.. proof.Vertices.Select((dual, v) => v == 0 ? dual - 1 : dual)] },
            proof with { Vertices = [.. proof.Vertices.Select((dual, v) => v == 0 ? dual + 2 : dual)] },
            proof with { Vertices = [.. proof.Vertices.Select((_, v) => v == 0 ? -1L : 100)] },
            proof with { Vertices = [] },
            proof with { Blossoms = [.. proof.Blossoms.Select(_ => 0L)] },
            proof with { Blossoms = [.. proof.Blossoms.Select(dual => -dual)] },
            proof with { Parents = [.. proof.Parents.Select(_ => -1)] },
            proof with { Parents = [.. proof.Parents.Select((_, node) => node)] },
            proof with { Parents = [.. proof.Parents.Select(_ => 1000)] },
            proof with { Bonus = 5 },
        })
        {
            Assert.NotNull(MatchingCertificate.Fault(_graph, best with { Proof = wrong }));
        }
    }

    [Fact]
    public void Most_pairs_are_not_proven_by_the_proof_of_most_weight()
    {
        var graph = new WeightedGraph(4, [new(0, 1, 1), new(1, 2, 100), new(2, 3, 1)]);
        Assert.NotNull(MatchingCertificate.Fault(graph, MaximumWeightMatching.Solve(graph, cancellation: TestContext.Current.CancellationToken), maximumCardinality: true));
    }

    private WeightedMatching Best() => MaximumWeightMatching.Solve(_graph, cancellation: TestContext.Current.CancellationToken);
}
