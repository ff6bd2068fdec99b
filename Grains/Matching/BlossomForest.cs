namespace Weave.Matching;

/// <summary>
/// Vertices and the blossoms that hold them. A node is a vertex or, from <c>vertices</c> on, a blossom: an odd cycle of nodes. Outer nodes are those in no other.
/// Only outer nodes know their partner for certain; inside, a partner follows from the vertex by which the blossom is matched, and is worked out when it opens.
/// </summary>
internal sealed class BlossomForest
{
    public const int None = -1;

    // The vertices of an outer node are a group and know only that; a node that grows or opens keeps the group of its largest part, so that few have to be told.
    private readonly int _vertices;
    private readonly int[] _groups;
    private readonly int[] _nodes;
    private readonly int[] _sizes;
    private readonly int[] _firstChild;
    private readonly int[] _nextLeaf;
    private readonly int[] _firstLeaf;
    private readonly int[] _lastLeaf;
    private readonly Stack<int> _unused = [];
    private readonly Stack<int> _unusedGroups = [];

    public BlossomForest(int vertices)
    {
        _vertices = vertices;
        // Each blossom holds two nodes more than it adds.
        Nodes = vertices + vertices / 2;
        (_groups, _nodes, _sizes, _firstChild) = (new int[vertices], new int[vertices], new int[Nodes], new int[Nodes]);
        (Parent, NextChild, EdgeIn, EdgeOut) = (new int[Nodes], new int[Nodes], new int[Nodes], new int[Nodes]);
        (MatchIn, MatchOut) = (new int[Nodes], new int[Nodes]);
        (_nextLeaf, _firstLeaf, _lastLeaf) = (new int[vertices], new int[Nodes], new int[Nodes]);
        HalfDual = new long[Nodes];
        for (var v = 0; v < vertices; v++)
        {
            (_groups[v], _nodes[v], _sizes[v]) = (v, v, 1);
            (_firstLeaf[v], _lastLeaf[v], _nextLeaf[v], MatchIn[v]) = (v, v, None, v);
        }
        Array.Fill(Parent, None);
        Array.Fill(MatchOut, None);
        for (var blossom = Nodes - 1; blossom >= vertices; blossom--)
            _unused.Push(blossom);
    }

    public int Nodes { get; }

    /// <summary>The blossom a node is in, or <see cref="None"/>.</summary>
    public int[] Parent { get; }

    /// <summary>The next node round the cycle, and the edge that leads there.</summary>
    public int[] NextChild { get; }

    public int[] EdgeIn { get; }

    public int[] EdgeOut { get; }

    /// <summary>The edge by which an outer node is matched: from a vertex inside to one outside. Outside is <see cref="None"/> when the vertex inside stays alone.</summary>
    public int[] MatchIn { get; }

    public int[] MatchOut { get; }

    /// <summary>Half of the dual of a blossom.</summary>
    public long[] HalfDual { get; }

    public bool IsBlossom(int node) => node >= _vertices;

    public int FirstLeaf(int node) => _firstLeaf[node];

    /// <summary>The next vertex in the same outer node, or <see cref="None"/>.</summary>
    public int NextLeaf(int vertex) => _nextLeaf[vertex];

    /// <summary>The outer node that holds a vertex.</summary>
    public int Outer(int vertex) => _nodes[_groups[vertex]];

    public void Match(int node, int inside, int outside) => (MatchIn[node], MatchOut[node]) = (inside, outside);

    /// <summary>Makes a blossom of a cycle of outer nodes whose edges are set; it is matched as the first of them is.</summary>
    public int Shrink(ReadOnlySpan<int> cycle)
    {
        var blossom = _unused.Pop();
        (Parent[blossom], HalfDual[blossom], _firstChild[blossom], _sizes[blossom]) = (None, 0, cycle[0], 0);
        Match(blossom, MatchIn[cycle[0]], MatchOut[cycle[0]]);
        var largest = cycle[0];
        for (var i = 0; i < cycle.Length; i++)
        {
            var child = cycle[i];
            Parent[child] = blossom;
            NextChild[child] = cycle[(i + 1) % cycle.Length];
            _sizes[blossom] += _sizes[child];
            if (_sizes[child] > _sizes[largest])
                largest = child;
        }

        var group = _groups[_firstLeaf[largest]];
        foreach (var child in cycle)
        {
            if (child == largest)
                continue;
            _unusedGroups.Push(_groups[_firstLeaf[child]]);
            for (var v = _firstLeaf[child]; v != None; v = _nextLeaf[v])
                _groups[v] = group;
        }
        _nodes[group] = blossom;

        for (var i = 1; i < cycle.Length; i++)
            _nextLeaf[_lastLeaf[cycle[i - 1]]] = _firstLeaf[cycle[i]];
        (_firstLeaf[blossom], _lastLeaf[blossom]) = (_firstLeaf[cycle[0]], _lastLeaf[cycle[^1]]);
        return blossom;
    }

    /// <summary>
    /// Opens an outer blossom: its nodes, in the order of the cycle and beginning with the one by which it is matched, become outer nodes matched in pairs.
    /// Costs as much as all of them hold but the largest.
    /// </summary>
    public void Open(int blossom, List<int> children)
    {
        Children(_firstChild[blossom], children);
        var largest = children[0];
        foreach (var child in children)
        {
            Parent[child] = None;
            _nextLeaf[_lastLeaf[child]] = None;
            if (_sizes[child] > _sizes[largest])
                largest = child;
        }

        _nodes[_groups[_firstLeaf[largest]]] = largest;
        foreach (var child in children)
        {
            if (child == largest)
                continue;
            var group = _unusedGroups.Pop();
            _nodes[group] = child;
            for (var v = _firstLeaf[child]; v != None; v = _nextLeaf[v])
                _groups[v] = group;
        }

        Children(Outer(MatchIn[blossom]), children);
        MatchPairs(blossom, children);
        _unused.Push(blossom);
    }

    /// <summary>Works out the partner of every vertex, <see cref="None"/> for those that stay alone.</summary>
    public int[] Mates()
    {
        var open = new Stack<int>();
        for (var v = 0; v < _vertices; v++)
        {
            if (_firstLeaf[Outer(v)] == v)
                open.Push(Outer(v));
        }

        var (way, children) = (new List<int>(), new List<int>());
        while (open.TryPop(out var outer))
        {
            // All nodes on the way down to the vertex are matched by it; the others wait. So each node is looked at once.
            way.Clear();
            for (var node = MatchIn[outer]; node != outer; node = Parent[node])
                way.Add(node);
            for (var i = way.Count - 1; i >= 0; i--)
            {
                var blossom = Parent[way[i]];
                Children(way[i], children);
                MatchPairs(blossom, children);
                for (var j = 1; j < children.Count; j++)
                    open.Push(children[j]);
            }
        }
        return MatchOut.AsSpan(0, _vertices).ToArray();
    }

    private void MatchPairs(int blossom, List<int> children)
    {
        Match(children[0], MatchIn[blossom], MatchOut[blossom]);
        for (var i = 1; i < children.Count; i += 2)
        {
            Match(children[i], EdgeIn[children[i]], EdgeOut[children[i]]);
            Match(children[i + 1], EdgeOut[children[i]], EdgeIn[children[i]]);
        }
    }

    private void Children(int first, List<int> children)
    {
        children.Clear();
        var child = first;
        do
        {
            children.Add(child);
            child = NextChild[child];
        }
        while (child != first);
    }
}
