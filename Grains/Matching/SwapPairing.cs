namespace Weave.Matching;

/// <summary>
/// A good pairing of many people: whoever has the fewest possible partners chooses first, then members of two groups are swapped, and free people let in,
/// for as long as that improves the whole. O(n²) a pass, and passes are counted. Ties go to the lower index.
/// </summary>
internal sealed class SwapPairing
{
    private const int Passes = 20;
    private const int FreeTried = 30;
    private const double Least = 1e-9;
    private readonly Scores _scores;
    private readonly List<int[]> _groups = [];

    private SwapPairing(Scores scores) => _scores = scores;

    /// <param name="scores">What any two are worth together.</param>
    /// <param name="trios">Whether those who stay free may join a pair.</param>
    public static IReadOnlyList<int[]> Pair(Scores scores, bool trios)
    {
        var pairing = new SwapPairing(scores);
        pairing.Choose();
        pairing.Improve();
        if (trios && pairing.LetIn())
            pairing.Improve();
        return pairing._groups;
    }

    private void Choose()
    {
        int Options(int a) => Enumerable.Range(0, _scores.Count).Count(b => b != a && _scores.Pair(a, b) >= 0);
        var free = Enumerable.Range(0, _scores.Count).OrderBy(Options).ToList();
        while (free is [var one, ..])
        {
            free.RemoveAt(0);
            var partner = free.Count == 0 ? one : free.MaxBy(other => _scores.Pair(one, other));
            if (partner != one && _scores.Pair(one, partner) > Scores.Alone && free.Remove(partner))
                _groups.Add([one, partner]);
            else
                _groups.Add([one]);
        }
    }

    private void Improve()
    {
        for (var (pass, better) = (0, true); better && pass < Passes; pass++)
        {
            better = PairFree();
            for (var g = 0; g < _groups.Count; g++)
                for (var h = g + 1; h < _groups.Count; h++)
                    better |= Swap(g, h);
        }
    }

    /// <summary>Two free people find a partner each by parting a pair, where that is possible: an augmenting path of three steps.</summary>
    private bool PairFree()
    {
        int[] free = [.. _groups.Where(group => group.Length == 1).Select(group => group[0]).Take(FreeTried)];
        var best = (Value: Least, First: 0, Second: 0, Parted: Array.Empty<int>());
        foreach (var pair in _groups.Where(group => group.Length == 2))
            foreach (var a in free)
                foreach (var b in free.Where(b => b != a))
                    if (_scores.Pair(a, pair[0]) + _scores.Pair(b, pair[1]) - _scores.Of(pair) - (2 * Scores.Alone) is var gain && gain > best.Value)
                        best = (gain, a, b, pair);
        if (best.Parted.Length == 0)
            return false;
        _groups.RemoveAll(group => group == best.Parted || group is [var only] && (only == best.First || only == best.Second));
        _groups.Add([best.First, best.Parted[0]]);
        _groups.Add([best.Second, best.Parted[1]]);
        return true;
    }

    private bool Swap(int g, int h)
    {
        var better = false;
        for (var i = 0; i < _groups[g].Length; i++)
        {
            for (var j = 0; j < _groups[h].Length; j++)
            {
                var before = _scores.Of(_groups[g]) + _scores.Of(_groups[h]);
                (_groups[g][i], _groups[h][j]) = (_groups[h][j], _groups[g][i]);
                if (_scores.Of(_groups[g]) + _scores.Of(_groups[h]) > before + Least)
                    better = true;
                else
                    (_groups[g][i], _groups[h][j]) = (_groups[h][j], _groups[g][i]);
            }
        }
        return better;
    }

    /// <summary>Each who stayed free joins the pair where that scores best.</summary>
    private bool LetIn()
    {
        var any = false;
        foreach (var free in _groups.Where(group => group.Length == 1).ToList())
        {
            int[] With(int[] pair) => [.. pair, free[0]];
            var pair = _groups.Where(group => group.Length == 2).MaxBy(pair => _scores.Of(With(pair)) - _scores.Of(pair));
            if (pair is null || _scores.Of(With(pair)) - _scores.Of(pair) <= Scores.Alone)
                continue;
            _groups.Remove(free);
            _groups[_groups.IndexOf(pair)] = With(pair);
            any = true;
        }
        return any;
    }
}
