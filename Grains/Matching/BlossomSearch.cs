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
internal sealed partial class BlossomSearch
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

    // Of outer nodes in the tree: the label, the height since which the node's own dual changes, for T that since which the duals of its vertices do, and
    // the edge by which the node was reached, from inside to outside.
    private readonly byte[] _labels;
    private readonly long[] _heights;
    private readonly long[] _leafHeights;
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
        _leafHeights = new long[_forest.Nodes];
        _treeIn = new int[_forest.Nodes];
        _treeOut = new int[_forest.Nodes];
        _marks = new int[_forest.Nodes];
        _reachable = new(graph.Vertices);
        Take(start);
    }

    public BlossomForest Forest => _forest;

    public long Dual(int vertex) => _vertices[vertex].Dual;

    public void Solve(SearchEffort effort, CancellationToken cancellation)
    {
        // A free node is known by the vertex that is alone in it, which stays the same while the node grows.
        var roots = new List<int>();
        for (var v = 0; v < _vertices.Length; v++)
        {
            if (_forest.MatchIn[_forest.Outer(v)] == v && !Settled(v))
                roots.Add(v);
        }
        effort.Spend(roots, Settled, (root, own) => Search(root, own, effort.IsAnytime ? CancellationToken.None : cancellation), effort.IsAnytime ? cancellation : CancellationToken.None);
        foreach (var v in roots)
            LeaveLightest(_forest.Outer(v));
    }

    private bool Settled(int vertex) => _forest.MatchOut[_forest.Outer(vertex)] != None || _vertices[vertex].Dual == 0;

    /// <summary>What could not be settled loses as little as possible: the vertex that stays alone is the one with the least dual.</summary>
    private void LeaveLightest(int node)
    {
        if (_forest.MatchOut[node] != None)
            return;
        var lightest = _forest.MatchIn[node];
        for (var v = _forest.FirstLeaf(node); v != None; v = _forest.NextLeaf(v))
        {
            if (_vertices[v].Dual < _vertices[lightest].Dual)
                lightest = v;
        }
        _forest.Match(node, lightest, None);
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

    /// <summary>Returns what is left of the effort, or -1 when it was not enough; the duals have come some way then.</summary>
    private long Search(int alone, long effort, CancellationToken cancellation)
    {
        _stamp++;
        _height = 0;
        _limit = long.MaxValue;
        _reachable.Clear();
        _bridges.Clear();
        _openings.Clear();
        _tree.Clear();

        MakeS(_forest.Outer(alone));
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            while (_fresh.TryDequeue(out var vertex))
            {
                Scan(vertex);
                effort--;
            }
            var (reach, bridge, opening) = (_reachable.Least, _bridges.Least, _openings.Least);
            var next = Math.Min(reach, Math.Min(bridge, opening));
            if (next >= _limit)
                break;
            Debug.Assert(next >= _height);
            if (effort <= 0 && _height > 0)
            {
                _limit = _height;
                Settle();
                return -1;
            }
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
        return Math.Max(effort, 0);
    }

    private void MakeS(int node)
    {
        _labels[node] = S;
        _heights[node] = _height;
        _tree.Add(node);
        Raise(node, _height);
        for (var v = _forest.FirstLeaf(node); v != None; v = _forest.NextLeaf(v))
            Freshen(v);
    }

    private void Freshen(int vertex)
    {
        if (_vertices[vertex].Dual < _limit)
            (_limit, _from, _to) = (_vertices[vertex].Dual, vertex, None);
        _fresh.Enqueue(vertex);
    }

    private void MakeT(int node, int inside, int outside, long leafHeight)
    {
        _labels[node] = T;
        _heights[node] = _height;
        _leafHeights[node] = leafHeight;
        (_treeIn[node], _treeOut[node]) = (inside, outside);
        _tree.Add(node);
        if (_forest.IsBlossom(node))
            _openings.Put(_height + _forest.HalfDual[node], node, node);
    }

    /// <summary>Looks along the edges of a vertex that has become one of S.</summary>
    private void Scan(int u)
    {
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
        MakeT(node, vertex, _vertices[vertex].From, _height);
        MakeS(_forest.Outer(_forest.MatchOut[node]));
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
            Raise(node, label == S ? -_limit : _limit - _leafHeights[node]);
        }
    }

    [StructLayout(LayoutKind.Auto)]
    private struct Vertex
    {
        public long Dual;
        public long Key;
        public int From;
        public int Stamp;
    }
}
