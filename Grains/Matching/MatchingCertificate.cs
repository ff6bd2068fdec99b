namespace Weave.Matching;

/// <summary>
/// Checks a matching and its proof from the graph alone, sharing nothing with the code that found them. By weak duality no matching weighs more than the duals
/// of all vertices and, for each blossom, as many times its dual as pairs fit into it; a matching that weighs as much is the best (the two being equal is
/// the same as complementary slackness). O(m log n), mostly O(m).
/// </summary>
internal static class MatchingCertificate
{
    /// <summary>Null when the matching is proven to be best, otherwise what is wrong.</summary>
    public static string? Fault(WeightedGraph graph, WeightedMatching matching, bool maximumCardinality = false)
    {
        var fault = Check(graph, matching, maximumCardinality, out var bound);
        return fault is null && bound != matching.Weight ? $"The weight is {matching.Weight}, the bound {bound}." : fault;
    }

    /// <summary>The greatest weight of a matching, with maximum cardinality that of a matching of as many pairs.</summary>
    /// <exception cref="ArgumentException">The matching is none, or its proof proves nothing.</exception>
    public static long UpperBound(WeightedGraph graph, WeightedMatching matching, bool maximumCardinality = false) =>
        Check(graph, matching, maximumCardinality, out var bound) is { } fault ? throw new ArgumentException(fault, nameof(matching)) : checked((long)bound);

    private static string? Check(WeightedGraph graph, WeightedMatching matching, bool maximumCardinality, out Int128 bound)
    {
        bound = 0;
        if (FaultInMatching(graph, matching) is { } fault)
            return fault;
        if (maximumCardinality && matching.Proof.Bonus < LeastBonus(graph))
            return "The bonus of an edge is too small to put the number of pairs first.";
        if (!maximumCardinality && matching.Proof.Bonus != 0)
            return "The proof is for another aim.";
        if (matching.Proof.Vertices.Count != graph.Vertices || BlossomTree.Of(matching.Proof) is not { } blossoms)
            return "The blossoms are not nested sets of this graph's vertices.";
        if (FaultInDuals(graph, matching.Proof, blossoms) is { } wrong)
            return wrong;
        // Duals are of doubled weights, which are even: what is odd is lost.
        bound = Sum(matching.Proof, blossoms) / 2 - (Int128)matching.Size * matching.Proof.Bonus;
        return null;
    }

    private static string? FaultInMatching(WeightedGraph graph, WeightedMatching matching)
    {
        if (matching.Mates.Count != graph.Vertices)
            return "The matching is of another graph.";
        var (ends, weight) = (0, (Int128)0);
        for (var v = 0; v < graph.Vertices; v++)
        {
            var mate = matching.Mates[v];
            if (mate < 0)
                continue;
            if (mate >= graph.Vertices || matching.Mates[mate] != v)
                return $"{v} is matched with {mate}, who is not matched with {v}.";
            if (graph.Weight(v, mate) is not { } own)
                return $"There is no edge between {v} and {mate}.";
            weight += own;
            ends++;
        }
        return 2 * matching.Size == ends && 2 * (Int128)matching.Weight == weight ? null : "Size or weight are not those of the matching.";
    }

    /// <summary>With k pairs at most, k + 1 lightest edges must be worth more than k heaviest.</summary>
    private static Int128 LeastBonus(WeightedGraph graph) =>
        graph.Edges == 0 ? 0 : (Int128)(graph.Vertices / 2) * ((Int128)graph.Heaviest - graph.Lightest) + 1 - graph.Lightest;

    private static string? FaultInDuals(WeightedGraph graph, DualSolution proof, BlossomTree blossoms)
    {
        if (proof.Vertices.Any(dual => dual < 0) || proof.Blossoms.Any(dual => dual < 0))
            return "A dual is negative.";
        for (var u = 0; u < graph.Vertices; u++)
        {
            var neighbours = graph.Neighbours(u);
            var weights = graph.WeightsAt(u);
            for (var i = 0; i < neighbours.Length; i++)
            {
                var missing = 2 * ((Int128)weights[i] + proof.Bonus) - proof.Vertices[u] - proof.Vertices[neighbours[i]];
                if (missing > 0 && blossoms.Around(u, neighbours[i]) < missing)
                    return $"The duals do not cover the edge {u}–{neighbours[i]}.";
            }
        }
        return null;
    }

    private static Int128 Sum(DualSolution proof, BlossomTree blossoms)
    {
        var sum = (Int128)0;
        foreach (var dual in proof.Vertices)
            sum += dual;
        for (var node = proof.Vertices.Count; node < proof.Blossoms.Count; node++)
            sum += (Int128)proof.Blossoms[node] * (blossoms.Size(node) / 2);
        return sum;
    }
}
