namespace Weave.Matching;

/// <summary>
/// Makes sure that a chosen part of all pairs allows as many matches as all of them do. After Gallai and Edmonds: trees of alternating paths grow from those
/// who are free; if more could be matched at all, then by a pair of two outer vertices of different blossoms or trees, or of one and a vertex that no tree has
/// reached. Such pairs are looked for among all; where there is none, no other choice matches more. O(m) for a forest, and O(n) for each outer vertex.
/// </summary>
internal sealed class Completion
{
    /// <summary>So many new partners for an outer vertex at a time.</summary>
    private const int Wanted = 4;

    private readonly WeightedGraph _graph;
    private readonly IReadOnlyList<int> _mates;
    private readonly Reached[] _reached;
    private readonly int[] _parent;
    private readonly int[] _base;
    private readonly Queue<int> _outer = new();

    private Completion(WeightedGraph graph, IReadOnlyList<int> mates)
    {
        (_graph, _mates) = (graph, mates);
        (_reached, _parent, _base) = (new Reached[graph.Vertices], new int[graph.Vertices], [.. Enumerable.Range(0, graph.Vertices)]);
    }

    private enum Reached : byte
    {
        Not,
        Outer,
        Inner,
    }

    /// <summary>Pairs outside of the graph that may lead to more matches; none when the matching has as many as there can be.</summary>
    /// <param name="weights">All pairs.</param>
    /// <param name="graph">Those chosen so far.</param>
    /// <param name="mates">A matching of as many as possible of the graph.</param>
    public static List<WeightedEdge> Missing(PairWeights weights, WeightedGraph graph, IReadOnlyList<int> mates)
    {
        // With one free the others are matched, and more there cannot be.
        if (mates.Count(mate => mate < 0) < 2)
            return [];
        var forest = new Completion(graph, mates);
        forest.Grow();
        return [.. forest.Outer(weights)];
    }

    private void Grow()
    {
        for (var v = 0; v < _mates.Count; v++)
        {
            _parent[v] = -1;
            if (_mates[v] < 0)
                BecomeOuter(v);
        }
        while (_outer.TryDequeue(out var v))
        {
            foreach (var w in _graph.Neighbours(v))
            {
                if (_reached[w] == Reached.Not)
                {
                    (_reached[w], _parent[w]) = (Reached.Inner, v);
                    BecomeOuter(_mates[w]);
                }
                else if (IsOuter(w) && Base(v) != Base(w))
                {
                    Shrink(v, w);
                }
            }
        }
    }

    private void BecomeOuter(int v)
    {
        _reached[v] = Reached.Outer;
        _outer.Enqueue(v);
    }

    /// <summary>Inner vertices of a blossom are outer ones as well.</summary>
    private bool IsOuter(int v) => _reached[v] == Reached.Outer;

    /// <summary>An edge between two outer vertices of a tree closes an odd cycle: what is on it becomes outer, with one base.</summary>
    private void Shrink(int v, int w)
    {
        var common = CommonBase(v, w);
        ShrinkPath(v, common);
        ShrinkPath(w, common);
    }

    private void ShrinkPath(int v, int common)
    {
        for (v = Base(v); v != common;)
        {
            // An outer base; its mate is inner, and has a parent in the tree.
            var inner = _mates[v];
            _base[v] = common;
            _base[inner] = common;
            if (_reached[inner] == Reached.Inner)
                BecomeOuter(inner);
            v = Base(_parent[inner]);
        }
    }

    private int CommonBase(int v, int w)
    {
        var seen = new HashSet<int>();
        for (var (one, other) = (Base(v), Base(w)); one >= 0 || other >= 0; (one, other) = (other, one))
        {
            if (one < 0)
                continue;
            if (!seen.Add(one))
                return one;
            one = _mates[one] < 0 ? -1 : Base(_parent[_mates[one]]);
        }
        throw new InvalidOperationException("More of the graph could be matched.");
    }

    private int Base(int v)
    {
        while (_base[v] != v)
            v = _base[v] = _base[_base[v]];
        return v;
    }

    private IEnumerable<WeightedEdge> Outer(PairWeights weights)
    {
        var groups = Enumerable.Range(0, _mates.Count).Where(v => _reached[v] != Reached.Inner).GroupBy(v => (weights.Affinity.People[v].Languages, Base: Base(v)))
            .Select(group => (group.Key.Languages, group.Key.Base, People: group.ToArray())).ToList();
        foreach (var (languages, root, people) in groups)
        {
            // A whole group speaks the same and is of one blossom: those who are of no use are passed over at once.
            var others = groups.Where(other => other.Base != root && other.Languages.Understands(languages)).Select(other => other.People).ToList();
            foreach (var v in people.Where(IsOuter))
            {
                var left = Wanted;
                foreach (var w in others.SelectMany(other => other))
                {
                    if (!weights.CanMeet(v, w))
                        continue;
                    yield return new(v, w, weights.Pair(v, w));
                    if (--left == 0)
                        break;
                }
            }
        }
    }
}
