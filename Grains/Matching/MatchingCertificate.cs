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
        if (FaultInMatching(graph, matching) is { } fault)
            return fault;
        if (maximumCardinality && matching.Proof.Bonus < LeastBonus(graph))
            return "The bonus of an edge is too small to put the number of pairs first.";
        if (!maximumCardinality && matching.Proof.Bonus != 0)
            return "The proof is for another aim.";
        if (!TryBound(graph, matching.Proof, out var bound, out var wrong))
            return wrong;
        var weight = 2 * ((Int128)matching.Weight + (Int128)matching.Size * matching.Proof.Bonus);
        return bound == weight ? null : $"The weight is {weight}, the bound {bound}.";
    }

    /// <summary>The greatest weight a matching may have by this proof. Throws when it proves nothing.</summary>
    public static long UpperBound(WeightedGraph graph, DualSolution proof) =>
        TryBound(graph, proof, out var bound, out var wrong) ? checked((long)(bound / 2)) : throw new ArgumentException(wrong, nameof(proof));

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

    private static bool TryBound(WeightedGraph graph, DualSolution proof, out Int128 bound, out string wrong)
    {
        bound = 0;
        if (proof.Vertices.Count != graph.Vertices || BlossomTree.Of(proof) is not { } blossoms)
        {
            wrong = "The blossoms are not nested sets of this graph's vertices.";
            return false;
        }
        for (var v = 0; v < graph.Vertices; v++)
        {
            if (proof.Vertices[v] < 0)
            {
                wrong = $"The dual of {v} is negative.";
                return false;
            }
            bound += proof.Vertices[v];
        }
        for (var node = graph.Vertices; node < proof.Blossoms.Count; node++)
        {
            if (proof.Blossoms[node] < 0)
            {
                wrong = $"The dual of the blossom {node} is negative.";
                return false;
            }
            bound += (Int128)proof.Blossoms[node] * (blossoms.Size(node) / 2);
        }
        for (var u = 0; u < graph.Vertices; u++)
        {
            var neighbours = graph.Neighbours(u);
            var weights = graph.WeightsAt(u);
            for (var i = 0; i < neighbours.Length; i++)
            {
                var missing = 2 * ((Int128)weights[i] + proof.Bonus) - proof.Vertices[u] - proof.Vertices[neighbours[i]];
                if (missing > 0 && blossoms.Around(u, neighbours[i]) < missing)
                {
                    wrong = $"The duals do not cover the edge {u}–{neighbours[i]}.";
                    return false;
                }
            }
        }
        wrong = "";
        return true;
    }
}
