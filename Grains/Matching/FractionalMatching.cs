using System.Runtime.InteropServices;

namespace Weave.Matching;

/// <summary>
/// The best fractional matching: every edge counts fully, half or not at all, and the halves form odd cycles. It is found without blossoms, one shortest
/// alternating path at a time, and is nearly the whole way to the best matching. Weights and duals are doubled, so that they stay whole numbers:
/// the duals of the ends of an edge always make up at least twice its weight, and exactly so along the matching.
/// </summary>
/// <remarks>
/// A search grows a tree of vertices at even (S) and odd (T) distance from an unmatched root. While its <c>height</c> goes up from 0, duals of S go down and
/// those of T up by as much; that of an S vertex is held as its value at height 0, so that nothing has to be touched before the end.
/// </remarks>
internal sealed class FractionalMatching
{
    private const int Unmatched = -1;
    private const int InCycle = -2;

    private readonly int[] _first;
    private readonly int[] _targets;
    private readonly long[] _weights;
    private readonly long _bonus;
    private readonly Vertex[] _vertices;
    private readonly int[] _cycle;
    private readonly VertexHeap _heap;
    private readonly List<int> _tree = [];
    private readonly List<long> _heights = [];
    private int _stamp;

    // What ends the search: the height at which it does, and the edge from an S vertex, or no edge when that vertex itself has come down to 0.
    private long _limit;
    private int _from;
    private int _to;

    public FractionalMatching(WeightedGraph graph, long bonus)
    {
        (_first, _targets, _weights, _bonus) = (graph.First, graph.Targets, graph.Weights, 2 * bonus);
        _vertices = new Vertex[graph.Vertices];
        _cycle = new int[graph.Vertices];
        _heap = new(graph.Vertices);
    }

    public long Dual(int vertex) => _vertices[vertex].Dual;

    /// <summary>The partner, or a negative number.</summary>
    public int Mate(int vertex) => _vertices[vertex].Mate;

    public bool IsInCycle(int vertex) => _vertices[vertex].Mate == InCycle;

    /// <summary>The next vertex of the odd cycle of halves in which this one is.</summary>
    public int Next(int vertex) => _cycle[vertex];

    public void Solve(SearchEffort effort, CancellationToken cancellation)
    {
        Start();
        var roots = new List<int>();
        for (var v = 0; v < _vertices.Length; v++)
        {
            if (_vertices[v] is { Mate: Unmatched, Dual: > 0 })
                roots.Add(v);
        }
        effort.Spend(roots, root => _vertices[root].Mate != Unmatched, (root, own) => Search(root, own, effort.IsAnytime ? CancellationToken.None : cancellation), effort.IsAnytime ? cancellation : CancellationToken.None);
    }

    /// <summary>
    /// Each dual is half of the heaviest edge; then, one vertex after the other, it comes down as far as it can, and the vertex takes a free end of an edge
    /// that has become tight.
    /// </summary>
    private void Start()
    {
        for (var u = 0; u < _vertices.Length; u++)
        {
            var heaviest = -_bonus;
            for (var arc = _first[u]; arc < _first[u + 1]; arc++)
                heaviest = Math.Max(heaviest, 2 * _weights[arc]);
            _vertices[u] = new() { Dual = Math.Max(0, (heaviest + _bonus) / 2), Mate = Unmatched };
        }

        for (var u = 0; u < _vertices.Length; u++)
        {
            if (_vertices[u].Mate != Unmatched)
                continue;
            var (dual, mate) = (0L, Unmatched);
            for (var arc = _first[u]; arc < _first[u + 1]; arc++)
            {
                ref var v = ref _vertices[_targets[arc]];
                var need = 2 * _weights[arc] + _bonus - v.Dual;
                if (need > dual || (need == dual && need > 0 && mate == Unmatched))
                    (dual, mate) = (need, v.Mate == Unmatched ? _targets[arc] : Unmatched);
            }
            _vertices[u].Dual = dual;
            if (mate == Unmatched)
                continue;
            _vertices[u].Mate = mate;
            _vertices[mate].Mate = u;
        }
    }

    /// <summary>Returns what is left of the effort, or -1 when it was not enough; the duals have come some way then.</summary>
    private long Search(int root, long effort, CancellationToken cancellation)
    {
        _stamp += 3;
        _heap.Clear();
        _tree.Clear();
        _heights.Clear();
        (_limit, _from, _to) = (long.MaxValue, root, Unmatched);

        Reach(root, 0);
        var height = 0L;
        while (_heap.Least < _limit)
        {
            cancellation.ThrowIfCancellationRequested();
            if (--effort <= 0 && height > 0)
            {
                _limit = height;
                Adjust(root);
                return -1;
            }
            height = _heap.Least;
            var taken = _heap.Take();
            ref var t = ref _vertices[taken];
            t.Stamp = _stamp + 2;
            _tree.Add(taken);
            _heights.Add(height);
            Reach(t.Mate, height);
        }
        Adjust(root);
        if (_to == Unmatched)
            Flip(_from, Unmatched);
        else if (_vertices[_to].Stamp == _stamp + 1)
            CloseCycle();
        else
            Join();
        return Math.Max(effort, 0);
    }

    /// <summary>Makes a vertex one of S and looks along its edges.</summary>
    private void Reach(int u, long height)
    {
        var (vertices, targets, weights) = (_vertices, _targets, _weights);
        ref var s = ref vertices[u];
        s.Stamp = _stamp + 1;
        s.Dual += height;
        var (limit, stamp) = (_limit, _stamp);
        if (s.Dual < limit)
            (limit, _from, _to) = (s.Dual, u, Unmatched);
        var rest = s.Dual - _bonus;
        for (var arc = _first[u]; arc < _first[u + 1]; arc++)
        {
            ref var v = ref vertices[targets[arc]];
            var key = rest + v.Dual - 2 * weights[arc];
            if (key >= limit && (v.Stamp != stamp + 1 || key / 2 >= limit))
                continue;
            if (v.Stamp == stamp + 1)
            {
                if (key / 2 < limit)
                    (limit, _from, _to) = (key / 2, u, targets[arc]);
            }
            else if (v.Stamp != stamp + 2)
            {
                if (v.Mate < 0)
                {
                    (limit, _from, _to) = (key, u, targets[arc]);
                }
                else if (v.Stamp != stamp || key < v.Key)
                {
                    (v.Stamp, v.Key, v.From) = (stamp, key, u);
                    _heap.Put(targets[arc], key);
                }
            }
        }
        _limit = limit;
    }

    /// <summary>Brings the duals to where the search has ended.</summary>
    private void Adjust(int root)
    {
        _vertices[root].Dual -= _limit;
        for (var i = 0; i < _tree.Count; i++)
        {
            ref var t = ref _vertices[_tree[i]];
            t.Dual += _limit - _heights[i];
            _vertices[t.Mate].Dual -= _limit;
        }
    }

    /// <summary>Gives an S vertex a new partner; its old one takes the vertex it was reached from, and so on up to the root.</summary>
    private void Flip(int s, int mate)
    {
        while (true)
        {
            var old = _vertices[s].Mate;
            _vertices[s].Mate = mate;
            if (old < 0)
                return;
            var next = _vertices[old].From;
            _vertices[old].Mate = next;
            (s, mate) = (next, old);
        }
    }

    /// <summary>Matches with a free vertex, or with one of a cycle, the rest of which is then matched in pairs.</summary>
    private void Join()
    {
        if (_vertices[_to].Mate == InCycle)
        {
            for (var v = _cycle[_to]; v != _to; v = _cycle[_cycle[v]])
            {
                _vertices[v].Mate = _cycle[v];
                _vertices[_cycle[v]].Mate = v;
            }
        }
        _vertices[_to].Mate = _from;
        Flip(_from, _to);
    }

    /// <summary>Makes halves of the odd cycle that an edge between two S vertices closes.</summary>
    private void CloseCycle()
    {
        // Marks the way from one end to the root, and finds where the way from the other meets it.
        for (var s = _from; ; s = _vertices[_vertices[s].Mate].From)
        {
            _vertices[s].Stamp = _stamp;
            if (_vertices[s].Mate < 0)
                break;
        }
        var apex = _to;
        while (_vertices[apex].Stamp != _stamp)
            apex = _vertices[_vertices[apex].Mate].From;

        Flip(apex, InCycle);
        // Both ways still hang together by the partners below the apex; one is turned round.
        var next = _to;
        for (var s = _from; ;)
        {
            _cycle[s] = next;
            if (s == apex)
                break;
            var t = _vertices[s].Mate;
            _cycle[t] = s;
            (_vertices[s].Mate, _vertices[t].Mate) = (InCycle, InCycle);
            (next, s) = (t, _vertices[t].From);
        }
        for (var s = _to; s != apex;)
        {
            var t = _vertices[s].Mate;
            _cycle[s] = t;
            _cycle[t] = _vertices[t].From;
            (_vertices[s].Mate, _vertices[t].Mate) = (InCycle, InCycle);
            s = _vertices[t].From;
        }
    }

    [StructLayout(LayoutKind.Auto)]
    private struct Vertex
    {
        public long Dual;
        public long Key;
        public int Mate;
        public int From;
        public int Stamp;
    }
}
