using System.Runtime.InteropServices;

namespace Weave.Matching;

/// <summary>
/// The best pairs of many people: as many as possible and, among these, of the greatest weight together (<see cref="MaximumWeightMatching"/>), with the proof.
/// Whoever stays free may join two of them (<see cref="Odd"/>).
/// </summary>
internal static class MatchedPairing
{
    public static (IReadOnlyList<int[]> Groups, PairingCertificate Certificate) Pair(PairWeights weights, bool trios, bool allPairs, int seed, CancellationToken cancellation)
    {
        var (graph, matching) = Solve(weights, allPairs, seed, cancellation);
        int[] mates = [.. matching.Mates];
        List<int[]> threes = trios ? [.. Odd.LetIn(weights, mates)] : [];
        var inThrees = threes.SelectMany(group => group).ToHashSet();
        var rest = Enumerable.Range(0, mates.Length).Where(person => person > mates[person] && !inThrees.Contains(person))
            .Select(person => mates[person] < 0 ? [person] : (int[])[mates[person], person]);
        return ([.. threes, .. rest], PairingCertificate.Of(graph, matching, allPairs));
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
