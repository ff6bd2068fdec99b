using System.Numerics;

namespace Weave.Matching;

/// <summary>
/// The best pairing of a few people, trio included, by dynamic programming over the sets of those still free: O(2^n · n²). The lowest free one is left alone, paired
/// or put into a trio; ties go to what is tried first.
/// </summary>
internal sealed class ExactPairing
{
    public const int Most = 12;

    private readonly int _count;
    private readonly bool[,] _canMeet;
    private readonly long[,] _pair;
    private readonly long[,] _together;

    // A trio outweighs all repeats, and being alone all trios.
    private readonly long _trio;
    private readonly long _alone;

    private ExactPairing(PairWeights weights)
    {
        _count = weights.Count;
        (_canMeet, _pair, _together) = (new bool[_count, _count], new long[_count, _count], new long[_count, _count]);
        for (var a = 0; a < _count; a++)
            for (var b = a + 1; b < _count; b++)
                (_canMeet[a, b], _pair[a, b], _together[a, b]) = (weights.CanMeet(a, b), weights.Pair(a, b), weights.Together(a, b));
        _trio = 4 * Most * weights.Repeat;
        _alone = Most * _trio;
    }

    public static IReadOnlyList<int[]> Pair(PairWeights weights) => new ExactPairing(weights).Solve();

    private List<int[]> Solve()
    {
        var best = new long[1 << _count];
        var choice = new int[best.Length];
        for (var free = 1; free < best.Length; free++)
        {
            best[free] = long.MinValue;
            foreach (var group in Groups(free))
            {
                if (Worth(Members(group)) is { } worth && best[free & ~group] + worth > best[free])
                    (best[free], choice[free]) = (best[free & ~group] + worth, group);
            }
        }

        var groups = new List<int[]>();
        for (var free = best.Length - 1; free != 0; free &= ~choice[free])
            groups.Add(Members(choice[free]));
        return groups;
    }

    /// <summary>All groups that the lowest free person may be in.</summary>
    private static IEnumerable<int> Groups(int free)
    {
        var first = free & -free;
        yield return first;
        for (var second = free & ~first; second != 0; second &= second - 1)
        {
            var two = first | (second & -second);
            yield return two;
            for (var third = second & (second - 1); third != 0; third &= third - 1)
                yield return two | (third & -third);
        }
    }

    /// <summary>Null for those who cannot be put together. Members come in the order of their places.</summary>
    private long? Worth(int[] group) => group switch
    {
        [_] => -_alone,
        [var a, var b] => _canMeet[a, b] ? _pair[a, b] : null,
        [var a, var b, var c] => _canMeet[a, b] && _canMeet[a, c] && _canMeet[b, c]
            ? _together[a, b] + _together[a, c] + _together[b, c] - _trio
            : null,
        _ => null,
    };

    private static int[] Members(int group)
    {
        var members = new int[BitOperations.PopCount((uint)group)];
        for (var (rest, i) = (group, 0); rest != 0; rest &= rest - 1)
            members[i++] = BitOperations.TrailingZeroCount(rest);
        return members;
    }
}
