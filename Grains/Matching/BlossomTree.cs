namespace Weave.Matching;

/// <summary>The nesting of a proof's blossoms, made for one question: how much do the blossoms add up to that hold two vertices? Heavy paths answer it in O(log n).</summary>
internal sealed class BlossomTree
{
    private readonly IReadOnlyList<int> _parents;
    private readonly int[] _sizes;
    private readonly int[] _depths;
    private readonly int[] _tops;
    private readonly Int128[] _sums;

    private BlossomTree(DualSolution proof, int[] order, int[] sizes)
    {
        (_parents, _sizes) = (proof.Parents, sizes);
        (_depths, _tops, _sums) = (new int[order.Length], new int[order.Length], new Int128[order.Length]);
        var heavy = new int[order.Length];
        Array.Fill(heavy, -1);
        for (var i = order.Length - 1; i >= 0; i--)
        {
            var (node, parent) = (order[i], _parents[order[i]]);
            if (parent >= 0 && (heavy[parent] < 0 || sizes[heavy[parent]] < sizes[node]))
                heavy[parent] = node;
        }
        foreach (var node in order)
        {
            var parent = _parents[node];
            _depths[node] = parent < 0 ? 0 : _depths[parent] + 1;
            _sums[node] = proof.Blossoms[node] + (parent < 0 ? 0 : _sums[parent]);
            _tops[node] = parent >= 0 && heavy[parent] == node ? _tops[parent] : node;
        }
    }

    /// <summary>Null when the nodes are not nested: a parent that is no blossom, or one that is inside itself.</summary>
    public static BlossomTree? Of(DualSolution proof)
    {
        var (vertices, nodes, parents) = (proof.Vertices.Count, proof.Blossoms.Count, proof.Parents);
        if (parents.Count != nodes || nodes < vertices)
            return null;
        var inside = new int[nodes];
        for (var node = 0; node < nodes; node++)
        {
            if (parents[node] < 0)
                continue;
            if (parents[node] < vertices || parents[node] >= nodes)
                return null;
            inside[parents[node]]++;
        }

        // From the inside out; the order in which nodes have all their own nodes behind them.
        var order = new List<int>(nodes);
        for (var node = 0; node < nodes; node++)
        {
            if (inside[node] == 0)
                order.Add(node);
        }
        var sizes = new int[nodes];
        for (var i = 0; i < order.Count; i++)
        {
            var (node, parent) = (order[i], parents[order[i]]);
            if (node < vertices)
                sizes[node] = 1;
            if (parent < 0)
                continue;
            sizes[parent] += sizes[node];
            if (--inside[parent] == 0)
                order.Add(parent);
        }
        if (order.Count < nodes)
            return null;
        order.Reverse();
        return new(proof, [.. order], sizes);
    }

    /// <summary>The number of vertices in a node.</summary>
    public int Size(int node) => _sizes[node];

    /// <summary>The sum of the duals of the blossoms that hold both.</summary>
    public Int128 Around(int u, int v)
    {
        while (_tops[u] != _tops[v])
        {
            if (_depths[_tops[u]] < _depths[_tops[v]])
                (u, v) = (v, u);
            if (_parents[_tops[u]] < 0)
                return 0;
            u = _parents[_tops[u]];
        }
        return _sums[_depths[u] < _depths[v] ? u : v];
    }
}
