using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Weave.Matching;

/// <summary>
/// Makes the best fractional matching into the best matching. Each odd cycle of halves begins as a blossom without a partner; then, as there, one tree at a
/// time is grown from an unmatched node, where nodes may now be blossoms: S nodes joined by a tight edge shrink into one, and a blossom of T opens when its
/// dual comes down to 0.
/// </summary>
/// <remarks>
/// Duals of S vertices go down with the height of the search and are held as their values at height 0; those of T vertices go up and are held as they
/// were when their node was reached. So for every vertex that is not S the edge by which it would be reached first is that with the least dual of the S
/// end minus weight (<c>Key</c>), whatever becomes of its own dual meanwhile: when a blossom of T opens, its vertices go back with the key they have.
/// </remarks>
internal sealed class BlossomSearch
{
    private const int None = BlossomForest.None;
    private const byte S = 1;
    private const byte T = 2;

    private readonly int[] _first;
    private readonly int[] _targets;
    private readonly long[] _weights;
    private readonly long _bonus;
    private readonly Vertex[] _vertices;
    private readonly BlossomForest _forest;

    // Of outer nodes in the tree: the label, the height at which it was given, and for T the edge by which the node was reached, from inside to outside.
    private readonly byte[] _labels;
    private readonly long[] _heights;
    private readonly int[] _treeIn;
    private readonly int[] _treeOut;
    private readonly int[] _marks;

    private readonly VertexHeap _reachable;
    private readonly EventHeap _bridges = new();
    private readonly EventHeap _openings = new();
    private readonly List<int> _tree = [];
    private readonly Queue<int> _fresh = [];
    private readonly List<int> _cycle = [];
    private readonly List<int> _children = [];
    private int _stamp;
    private int _mark;
    private long _height;

    // What ends the search: the height at which it does, and the edge from an S vertex, or no edge when that vertex itself has come down to 0.
    private long _limit;
    private int _from;
    private int _to;

    public BlossomSearch(WeightedGraph graph, long bonus, FractionalMatching start)
    {
        (_first, _targets, _weights, _bonus) = (graph.First, graph.Targets, graph.Weights, 2 * bonus);
        _vertices = new Vertex[graph.Vertices];
        _forest = new(graph.Vertices);
        _labels = new byte[_forest.Nodes];
        _heights = new long[_forest.Nodes];
        _treeIn = new int[_forest.Nodes];
        _treeOut = new int[_forest.Nodes];
        _marks = new int[_forest.Nodes];
        _reachable = new(graph.Vertices);
        Take(start);
    }

    public int Searches, Scans, Shrinks, Openings;

    public BlossomForest Forest => _forest;

    public long Dual(int vertex) => _vertices[vertex].Dual;

    public void Solve(CancellationToken cancellation)
    {
        for (var v = 0; v < _vertices.Length; v++)
        {
            if ((v & 255) == 0)
                cancellation.ThrowIfCancellationRequested();
            var root = _forest.Outer(v);
            if (_forest.MatchOut[root] == None && _vertices[_forest.MatchIn[root]].Dual > 0)
            {
                Searches++;
                Search(root);
            }
        }
    }

    private void Take(FractionalMatching start)
    {
        for (var v = 0; v < _vertices.Length; v++)
        {
            _vertices[v].Dual = start.Dual(v);
            if (!start.IsInCycle(v))
            {
                _forest.Match(v, v, start.Mate(v) < 0 ? None : start.Mate(v));
                continue;
            }
            if (_forest.Parent[v] != None)
                continue;
            _cycle.Clear();
            var child = v;
            do
            {
                _cycle.Add(child);
                (_forest.EdgeIn[child], _forest.EdgeOut[child]) = (child, start.Next(child));
                child = start.Next(child);
            }
            while (child != v);
            _forest.Shrink(CollectionsMarshal.AsSpan(_cycle));
        }
    }

    private void Search(int root)
    {
        _stamp++;
        _height = 0;
        _limit = long.MaxValue;
        _reachable.Clear();
        _bridges.Clear();
        _openings.Clear();
        _tree.Clear();

        MakeS(root);
        while (true)
        {
            while (_fresh.TryDequeue(out var vertex))
                Scan(vertex);
            var (reach, bridge, opening) = (_reachable.Least, _bridges.Least, _openings.Least);
            var next = Math.Min(reach, Math.Min(bridge, opening));
            if (next >= _limit)
                break;
            Debug.Assert(next >= _height);
            _height = next;
            if (next == opening)
                Open(_openings.Take().From);
            else if (next == bridge)
                Meet(_bridges.Take());
            else
                Reach(_reachable.Take());
        }

        Augment();
        Settle();
    }

    private void MakeS(int node)
    {
        _labels[node] = S;
        _heights[node] = _height;
        _tree.Add(node);
        for (var v = _forest.FirstLeaf(node); v != None; v = _forest.NextLeaf(v))
        {
            _vertices[v].Dual += _height;
            Freshen(v);
        }
    }

    private void Freshen(int vertex)
    {
        if (_vertices[vertex].Dual < _limit)
            (_limit, _from, _to) = (_vertices[vertex].Dual, vertex, None);
        _fresh.Enqueue(vertex);
    }

    private void MakeT(int node, int inside, int outside)
    {
        _labels[node] = T;
        _heights[node] = _height;
        (_treeIn[node], _treeOut[node]) = (inside, outside);
        _tree.Add(node);
        if (_forest.IsBlossom(node))
            _openings.Put(_height + _forest.HalfDual[node], node, node);
    }

    /// <summary>Looks along the edges of a vertex that has become one of S.</summary>
    private void Scan(int u)
    {
        Scans++;
        var (vertices, targets, weights, stamp) = (_vertices, _targets, _weights, _stamp);
        var own = _forest.Outer(u);
        var rest = vertices[u].Dual - _bonus;
        for (var arc = _first[u]; arc < _first[u + 1]; arc++)
        {
            var target = targets[arc];
            ref var v = ref vertices[target];
            var key = rest - 2 * weights[arc];
            var height = key + v.Dual;
            if (height >= 2 * _limit)
                continue;
            var node = _forest.Outer(target);
            if (node == own)
                continue;
            var label = _labels[node];
            if (label == S)
            {
                Debug.Assert(height % 2 == 0);
                _bridges.Put(height / 2, u, target);
            }
            else if (height < _limit)
            {
                if (_forest.MatchOut[node] == None)
                {
                    (_limit, _from, _to) = (height, u, target);
                }
                else if (v.Stamp != stamp || key < v.Key)
                {
                    (v.Stamp, v.Key, v.From) = (stamp, key, u);
                    if (label != T)
                        _reachable.Put(target, height);
                }
            }
        }
    }

    private void Reach(int vertex)
    {
        var node = _forest.Outer(vertex);
        if (_labels[node] != 0)
            return;
        var due = _vertices[vertex].Key + _vertices[vertex].Dual;
        if (due > _height)
        {
            // Put in before its node was in T for a while, when the edge stayed as far from tight as it was.
            _reachable.Put(vertex, due);
            return;
        }
        MakeT(node, vertex, _vertices[vertex].From);
        MakeS(_forest.Outer(_forest.MatchOut[node]));
    }

    /// <summary>An edge between two S nodes has become tight: the cycle it closes is a blossom.</summary>
    private void Meet((int U, int V) bridge)
    {
        var (left, right) = (_forest.Outer(bridge.U), _forest.Outer(bridge.V));
        if (left == right)
            return;
        Shrinks++;
        var apex = Apex(left, right);

        // From the apex down to the left end, over the bridge, and up again.
        _cycle.Clear();
        for (var s = left; s != apex;)
        {
            var t = _forest.Outer(_forest.MatchOut[s]);
            _cycle.Add(s);
            _cycle.Add(t);
            SetEdge(t, _forest.MatchIn[t], _forest.MatchOut[t]);
            s = _forest.Outer(_treeOut[t]);
            // The way down: the node above leads to this one.
            SetEdge(s, _treeOut[t], _treeIn[t]);
        }
        _cycle.Add(apex);
        _cycle.Reverse();
        SetEdge(left, bridge.U, bridge.V);
        for (var s = right; s != apex;)
        {
            var t = _forest.Outer(_forest.MatchOut[s]);
            _cycle.Add(s);
            _cycle.Add(t);
            SetEdge(s, _forest.MatchIn[s], _forest.MatchOut[s]);
            SetEdge(t, _treeIn[t], _treeOut[t]);
            s = _forest.Outer(_treeOut[t]);
        }

        foreach (var node in _cycle)
            Leave(node);
        var blossom = _forest.Shrink(CollectionsMarshal.AsSpan(_cycle));
        _labels[blossom] = S;
        _heights[blossom] = _height;
        _tree.Add(blossom);
    }

    /// <summary>Settles a node that goes into a blossom of S; the vertices of T nodes become S.</summary>
    private void Leave(int node)
    {
        var up = _height - _heights[node];
        if (_labels[node] == S)
        {
            if (_forest.IsBlossom(node))
                _forest.HalfDual[node] += up;
        }
        else
        {
            if (_forest.IsBlossom(node))
                _forest.HalfDual[node] -= up;
            for (var v = _forest.FirstLeaf(node); v != None; v = _forest.NextLeaf(v))
            {
                _vertices[v].Dual += up + _height;
                Freshen(v);
            }
        }
        _labels[node] = 0;
    }

    private int Apex(int left, int right)
    {
        _mark++;
        while (true)
        {
            if (left != None)
            {
                if (_marks[left] == _mark)
                    return left;
                _marks[left] = _mark;
                left = Above(left);
            }
            (left, right) = (right, left);
        }
    }

    /// <summary>The S node from which an S node was reached, or <see cref="None"/> for the root.</summary>
    private int Above(int s)
    {
        var mate = _forest.MatchOut[s];
        return mate == None ? None : _forest.Outer(_treeOut[_forest.Outer(mate)]);
    }

    private void SetEdge(int node, int inside, int outside) => (_forest.EdgeIn[node], _forest.EdgeOut[node]) = (inside, outside);

    /// <summary>A blossom of T has come to 0: the way through it stays in the tree, the rest of its nodes leave it.</summary>
    private void Open(int blossom)
    {
        if (_labels[blossom] != T || _forest.Parent[blossom] != None || _heights[blossom] + _forest.HalfDual[blossom] != _height)
            return;
        Openings++;
        _forest.HalfDual[blossom] = 0;
        _labels[blossom] = 0;
        var up = _height - _heights[blossom];
        for (var v = _forest.FirstLeaf(blossom); v != None; v = _forest.NextLeaf(v))
            _vertices[v].Dual += up;

        var (inside, outside) = (_treeIn[blossom], _treeOut[blossom]);
        _forest.Open(blossom, _children);
        // Beginning with the node that is matched outside, pairs follow: (1, 2), (3, 4) and so on. The way from where the tree comes in must begin with a pair.
        var count = _children.Count;
        var entry = _children.IndexOf(_forest.Outer(inside));
        var step = entry % 2 == 1 ? 1 : -1;
        for (var at = entry; ; )
        {
            var node = _children[at];
            MakeT(node, inside, outside);
            if (at == 0)
                break;
            var s = _children[at + step];
            MakeS(s);
            at = (at + 2 * step) % count;
            // The edge of the cycle between S and the next T.
            var next = _children[at];
            (inside, outside) = step > 0 ? (_forest.EdgeOut[s], _forest.EdgeIn[s]) : (_forest.EdgeIn[next], _forest.EdgeOut[next]);
        }

        foreach (var node in _children)
        {
            if (_labels[node] == 0)
                Release(node);
        }
    }

    private void Release(int node)
    {
        for (var v = _forest.FirstLeaf(node); v != None; v = _forest.NextLeaf(v))
        {
            ref var vertex = ref _vertices[v];
            if (vertex.Stamp == _stamp)
                _reachable.Put(v, vertex.Key + vertex.Dual);
        }
    }

    private void Augment()
    {
        var (node, inside, outside) = (_forest.Outer(_from), _from, _to);
        if (outside != None)
            _forest.Match(_forest.Outer(outside), outside, inside);
        while (true)
        {
            var old = _forest.MatchOut[node];
            _forest.Match(node, inside, outside);
            if (old == None)
                return;
            var t = _forest.Outer(old);
            _forest.Match(t, _treeIn[t], _treeOut[t]);
            (inside, outside) = (_treeOut[t], _treeIn[t]);
            node = _forest.Outer(inside);
        }
    }

    /// <summary>Brings the duals to where the search has ended, and takes the tree down.</summary>
    private void Settle()
    {
        foreach (var node in _tree)
        {
            var label = _labels[node];
            if (label == 0)
                continue;
            _labels[node] = 0;
            var up = _limit - _heights[node];
            if (_forest.IsBlossom(node))
                _forest.HalfDual[node] += label == S ? up : -up;
            var change = label == S ? -_limit : up;
            for (var v = _forest.FirstLeaf(node); v != None; v = _forest.NextLeaf(v))
                _vertices[v].Dual += change;
        }
    }

    private struct Vertex
    {
        public long Dual;
        public long Key;
        public int From;
        public int Stamp;
    }
}
