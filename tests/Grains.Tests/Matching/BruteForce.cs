namespace Weave.Matching;

/// <summary>Tries every matching of a small graph.</summary>
internal static class BruteForce
{
    /// <summary>The greatest weight, or the greatest number of pairs and then the greatest weight.</summary>
    public static (int Size, long Weight) Best(int vertices, IReadOnlyList<WeightedEdge> edges, bool maximumCardinality)
    {
        var weights = new long?[vertices, vertices];
        foreach (var (u, v, weight) in edges.Where(edge => edge.U != edge.V))
            weights[u, v] = weights[v, u] = Math.Max(weight, weights[u, v] ?? long.MinValue);
        var memory = new Dictionary<int, (int, long)>();
        return From((1 << vertices) - 1);

        (int, long) From(int left)
        {
            if (left == 0)
                return (0, 0);
            if (memory.TryGetValue(left, out var best))
                return best;
            var u = int.TrailingZeroCount(left);
            best = From(left & ~(1 << u));
            for (var v = u + 1; v < vertices; v++)
            {
                if ((left >> v & 1) == 0 || weights[u, v] is not { } weight)
                    continue;
                var (size, rest) = From(left & ~(1 << u) & ~(1 << v));
                best = Better(best, (size + 1, rest + weight));
            }
            return memory[left] = best;
        }

        (int, long) Better((int Size, long Weight) a, (int Size, long Weight) b) =>
            maximumCardinality
                ? a.CompareTo(b) >= 0 ? a : b
                : a.Weight >= b.Weight ? a : b;
    }
}
