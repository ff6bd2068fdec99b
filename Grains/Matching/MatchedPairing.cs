using System.Diagnostics;

namespace Weave.Matching;

/// <summary>
/// The best pairs of many people: as many as possible and, among these, of the greatest score together (<see cref="MaximumWeightMatching"/>, whose proof is
/// checked in debug builds). Whoever stays free may join the pair where that scores best. O(n³ log n) at worst, near O(n²) in practice.
/// </summary>
internal static class MatchedPairing
{
    /// <summary>Scores are counted in thousandths.</summary>
    private const double Unit = 1000;

    /// <param name="scores">What any two are worth together.</param>
    /// <param name="trios">Whether those who stay free may join a pair.</param>
    public static IReadOnlyList<int[]> Pair(Scores scores, bool trios)
    {
        var graph = new WeightedGraph(scores.Count, Edges(scores).ToArray());
        var matching = MaximumWeightMatching.Solve(graph, maximumCardinality: true);
        Debug.Assert(MatchingCertificate.Fault(graph, matching, maximumCardinality: true) is null, "The pairing is the best one.");

        var groups = new List<int[]>();
        foreach (var (person, mate) in matching.Mates.Index())
            if (mate < 0)
                groups.Add([person]);
            else if (person < mate)
                groups.Add([person, mate]);
        if (trios)
            LetIn(scores, groups);
        return groups;
    }

    /// <summary>Everybody with everybody, but for those who are better off alone.</summary>
    private static IEnumerable<WeightedEdge> Edges(Scores scores)
    {
        for (var a = 0; a < scores.Count; a++)
            for (var b = a + 1; b < scores.Count; b++)
                if (scores.Pair(a, b) > Scores.Alone)
                    yield return new(a, b, (long)Math.Round(scores.Pair(a, b) * Unit));
    }

    private static void LetIn(Scores scores, List<int[]> groups)
    {
        foreach (var free in groups.Where(group => group.Length == 1).ToList())
        {
            int[] With(int[] pair) => [.. pair, free[0]];
            var pair = groups.Where(group => group.Length == 2).MaxBy(pair => scores.Of(With(pair)) - scores.Of(pair));
            if (pair is null || scores.Of(With(pair)) - scores.Of(pair) <= Scores.Alone)
                continue;
            groups.Remove(free);
            groups[groups.IndexOf(pair)] = With(pair);
        }
    }
}
