using System.Runtime.InteropServices;

namespace Weave.Matching;

/// <content>How blossoms come and go while a tree grows.</content>
internal sealed partial class BlossomSearch
{
    /// <summary>An edge between two S nodes has become tight: the cycle it closes is a blossom.</summary>
    private void Meet((int U, int V) bridge)
    {
        var (left, right) = (_forest.Outer(bridge.U), _forest.Outer(bridge.V));
        if (left == right)
            return;
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
            Raise(node, _height - _leafHeights[node] + _height);
            for (var v = _forest.FirstLeaf(node); v != None; v = _forest.NextLeaf(v))
                Freshen(v);
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
        _forest.HalfDual[blossom] = 0;
        _labels[blossom] = 0;
        var (inside, outside, leafHeight) = (_treeIn[blossom], _treeOut[blossom], _leafHeights[blossom]);
        var up = _height - leafHeight;
        _forest.Open(blossom, _children);
        // Beginning with the node that is matched outside, pairs follow: (1, 2), (3, 4) and so on. The way from where the tree comes in must begin with a pair.
        var entry = _children.IndexOf(_forest.Outer(inside));
        var step = entry % 2 == 1 ? 1 : -1;
        for (var at = entry; ;)
        {
            MakeT(_children[at], inside, outside, leafHeight);
            if (at == 0)
                break;
            var s = _children[at + step];
            Raise(s, up);
            MakeS(s);
            at = (at + 2 * step) % _children.Count;
            // The edge of the cycle between S and the next T.
            var next = _children[at];
            (inside, outside) = step > 0 ? (_forest.EdgeOut[s], _forest.EdgeIn[s]) : (_forest.EdgeIn[next], _forest.EdgeOut[next]);
        }

        foreach (var node in _children)
        {
            if (_labels[node] != 0)
                continue;
            Raise(node, up);
            Release(node);
        }
    }

    private void Raise(int node, long change)
    {
        for (var v = _forest.FirstLeaf(node); v != None; v = _forest.NextLeaf(v))
            _vertices[v].Dual += change;
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
}
