using System.Runtime.InteropServices;

namespace Weave.Matching;

/// <summary>
/// The best pairs of many people: as many as possible and, among these, of the greatest weight together (<see cref="MaximumWeightMatching"/>), with the proof.
/// Whoever stays free is for <see cref="Odd"/> to find a place for.
/// </summary>
internal static class MatchedPairing
{
    /// <returns>By participant the partner, or -1; and the proof.</returns>
    public static (int[] Mates, PairingCertificate Certificate) Pair(PairWeights weights, bool allPairs, int seed, CancellationToken cancellation)
    {
        var (graph, matching) = Solve(weights, allPairs, seed, cancellation);
        return ([.. matching.Mates], PairingCertificate.Of(graph, matching, allPairs));
    }

    private static (WeightedGraph Graph, WeightedMatching Matching) Solve(PairWeights weights, bool allPairs, int seed, CancellationToken cancellation)
    {
        var edges = allPairs ? CandidateGraph.AllPairs(weights, cancellation) : CandidateGraph.Promising(weights, seed, cancellation);
        while (true)
        {
            var graph = new WeightedGraph(weights.Count, CollectionsMarshal.AsSpan(edges));
            var matching = MaximumWeightMatching.Solve(graph, maximumCardinality: true, cancellation);
            var missing = allPairs ? [] : Completion.Missing(weights, graph, matching.Mates);
            if (missing.Count == 0)
                return (graph, matching);
            edges.AddRange(missing);
        }
    }
}
