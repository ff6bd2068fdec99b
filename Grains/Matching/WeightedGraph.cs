namespace Weave.Matching;

/// <summary>
/// An undirected graph with integer weights, unchangeable, as compressed rows: the arcs of vertex v stand at First[v] up to First[v + 1]. Of parallel
/// edges the heaviest stays; self loops, which no matching can use, are dropped.
/// </summary>
internal sealed class WeightedGraph
{
    private readonly int[] _first;
    private readonly int[] _targets;
    private readonly long[] _weights;

    /// <exception cref="ArgumentOutOfRangeException">An edge names a vertex that does not exist.</exception>
    public WeightedGraph(int vertices, ReadOnlySpan<WeightedEdge> edges)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(vertices);
        if (edges.Length > Array.MaxLength / 2)
            throw new ArgumentOutOfRangeException(nameof(edges), "A graph holds at most a thousand million edges.");

        _first = Rows(vertices, edges);
        _targets = new int[_first[vertices]];
        _weights = new long[_first[vertices]];
        var end = _first.AsSpan(0, vertices).ToArray();
        foreach (var (u, v, weight) in edges)
        {
            if (u == v)
                continue;
            (_targets[end[u]], _weights[end[u]++]) = (v, weight);
            (_targets[end[v]], _weights[end[v]++]) = (u, weight);
        }

        Arcs = MergeParallelEdges();
        (Lightest, Heaviest) = Arcs == 0 ? (0, 0) : Range(_weights.AsSpan(0, Arcs));
    }

    public int Vertices => _first.Length - 1;

    public int Edges => Arcs / 2;

    /// <summary>Every edge is two arcs.</summary>
    public int Arcs { get; }

    public long Lightest { get; }

    public long Heaviest { get; }

    internal int[] First => _first;

    internal int[] Targets => _targets;

    internal long[] Weights => _weights;

    public ReadOnlySpan<int> Neighbours(int vertex) => _targets.AsSpan(_first[vertex].._first[vertex + 1]);

    public ReadOnlySpan<long> WeightsAt(int vertex) => _weights.AsSpan(_first[vertex].._first[vertex + 1]);

    /// <summary>The weight of the edge between two vertices, null where there is none.</summary>
    public long? Weight(int u, int v)
    {
        var at = Neighbours(u).IndexOf(v);
        return at < 0 ? null : WeightsAt(u)[at];
    }

    private static int[] Rows(int vertices, ReadOnlySpan<WeightedEdge> edges)
    {
        var first = new int[vertices + 1];
        foreach (var (u, v, _) in edges)
        {
            if ((uint)u >= (uint)vertices || (uint)v >= (uint)vertices)
                throw new ArgumentOutOfRangeException(nameof(edges), $"The edge {u}–{v} names a vertex outside of 0 to {vertices - 1}.");
            if (u == v)
                continue;
            first[u + 1]++;
            first[v + 1]++;
        }
        for (var v = 0; v < vertices; v++)
            first[v + 1] += first[v];
        return first;
    }

    /// <summary>Closes the rows up over what is dropped. Both directions of an edge come to the same weight, the greatest.</summary>
    private int MergeParallelEdges()
    {
        var seen = new int[Vertices];
        var (arcs, begin) = (0, 0);
        for (var u = 0; u < Vertices; u++)
        {
            var (row, end) = (arcs, _first[u + 1]);
            for (var arc = begin; arc < end; arc++)
            {
                ref var at = ref seen[_targets[arc]];
                // A place in this row, counted from 1, or one left behind by an earlier row.
                if (at > row)
                {
                    _weights[at - 1] = Math.Max(_weights[at - 1], _weights[arc]);
                    continue;
                }
                (_targets[arcs], _weights[arcs]) = (_targets[arc], _weights[arc]);
                at = ++arcs;
            }
            begin = end;
            _first[u] = row;
        }
        _first[Vertices] = arcs;
        return arcs;
    }

    private static (long Lightest, long Heaviest) Range(ReadOnlySpan<long> weights)
    {
        var (lightest, heaviest) = (weights[0], weights[0]);
        foreach (var weight in weights)
            (lightest, heaviest) = (Math.Min(lightest, weight), Math.Max(heaviest, weight));
        return (lightest, heaviest);
    }
}
