namespace Weave.Matching;

/// <summary>
/// The matching of greatest weight in a general graph, or of greatest weight among those with the most edges. Edges of no weight or less are not used unless
/// they make more pairs. A primal-dual method after Edmonds: a fractional start, then one shortest alternating path at a time with blossoms shrunk on the way,
/// O(n m log n) at worst (Galil, "Efficient algorithms for finding maximum matching in graphs", 1986) and far less on the whole. Of several best matchings
/// the same one is found each time.
/// </summary>
internal static class MaximumWeightMatching
{
    /// <summary>Doubled weights must leave room for the sum of two duals, two heights and a weight.</summary>
    private const long Greatest = 1L << 58;

    /// <exception cref="OverflowException">The weights are too large to be added up.</exception>
    public static WeightedMatching Solve(WeightedGraph graph, bool maximumCardinality = false, CancellationToken cancellation = default) =>
        Solve(graph, maximumCardinality, SearchEffort.Exact, cancellation);

    /// <summary>
    /// Nearly the best, in time that grows with the edges: the same searches, given up where they become long. The proof is then of an upper bound
    /// (<see cref="MatchingCertificate.UpperBound"/>) that the weight comes close to.
    /// </summary>
    /// <param name="graph">The graph.</param>
    /// <param name="maximumCardinality">Whether the number of pairs comes first.</param>
    /// <param name="enough">Stops the search at any time: what has been found by then is completed greedily and returned, with the bound known by then.</param>
    public static WeightedMatching Approximate(WeightedGraph graph, bool maximumCardinality = false, CancellationToken enough = default) =>
        Solve(graph, maximumCardinality, SearchEffort.Approximate, enough);

    internal static WeightedMatching Solve(WeightedGraph graph, bool maximumCardinality, SearchEffort effort, CancellationToken cancellation)
    {
        var bonus = maximumCardinality && graph.Edges > 0 ? Bonus(graph) : 0;
        Check(graph, bonus);

        var start = new FractionalMatching(graph, bonus);
        start.Solve(effort, cancellation);
        var search = new BlossomSearch(graph, bonus, start);
        search.Solve(effort, cancellation);
        var mates = search.Forest.Mates();
        if (effort != SearchEffort.Exact)
            MatchWhoIsLeft(graph, bonus, mates);
        return Result(graph, bonus, mates, search);
    }

    /// <summary>So much for every edge that one edge more is worth more than any choice among the others, and none is negative.</summary>
    private static long Bonus(WeightedGraph graph)
    {
        var bonus = (Int128)(graph.Vertices / 2) * ((Int128)graph.Heaviest - graph.Lightest) + 1 - graph.Lightest;
        return bonus <= Greatest ? (long)bonus : throw TooLarge(graph);
    }

    private static void Check(WeightedGraph graph, long bonus)
    {
        // Edges below 0 are used for the sake of more pairs only.
        var used = bonus == 0 ? graph.Heaviest : Int128.Max(graph.Heaviest, -(Int128)graph.Lightest);
        if (graph.Vertices / 2 * used > long.MaxValue || (Int128)graph.Heaviest + bonus > Greatest || (Int128)graph.Lightest + bonus < -Greatest)
            throw TooLarge(graph);
    }

    private static OverflowException TooLarge(WeightedGraph graph) =>
        new($"Weights from {graph.Lightest} to {graph.Heaviest} are too large to be added up over {graph.Vertices} vertices.");

    /// <summary>Pairs those whose searches were given up, if there are edges between them.</summary>
    private static void MatchWhoIsLeft(WeightedGraph graph, long bonus, int[] mates)
    {
        for (var v = 0; v < mates.Length; v++)
        {
            if (mates[v] >= 0)
                continue;
            var (best, mate) = (-bonus, -1);
            var neighbours = graph.Neighbours(v);
            var weights = graph.WeightsAt(v);
            for (var i = 0; i < neighbours.Length; i++)
            {
                if (mates[neighbours[i]] < 0 && weights[i] > best)
                    (best, mate) = (weights[i], neighbours[i]);
            }
            if (mate >= 0)
                (mates[v], mates[mate]) = (mate, v);
        }
    }

    private static WeightedMatching Result(WeightedGraph graph, long bonus, int[] mates, BlossomSearch search)
    {
        var (size, weight) = (0, 0L);
        for (var v = 0; v < mates.Length; v++)
        {
            if (mates[v] <= v)
                continue;
            size++;
            weight += graph.Weight(v, mates[v])!.Value;
        }
        var duals = new long[graph.Vertices];
        for (var v = 0; v < duals.Length; v++)
            duals[v] = search.Dual(v);
        var blossoms = search.Forest.HalfDual;
        for (var node = 0; node < blossoms.Length; node++)
            blossoms[node] *= 2;
        return new()
        {
            Mates = mates,
            Size = size,
            Weight = weight,
            Proof = new() { Bonus = bonus, Vertices = duals, Blossoms = blossoms, Parents = search.Forest.Parent },
        };
    }
}
