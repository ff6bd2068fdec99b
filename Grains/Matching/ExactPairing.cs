namespace Weave.Matching;

/// <summary>
/// The best pairing of a few people, by dynamic programming over the sets of those still free: O(2^n · n²). The lowest free one is left alone, paired
/// or put into a trio; ties go to what is tried first.
/// </summary>
internal static class ExactPairing
{
    public const int Most = 12;

    public static IReadOnlyList<int[]> Pair(Scores scores)
    {
        var best = new double[1 << scores.Count];
        var choice = new int[best.Length];
        for (var free = 1; free < best.Length; free++)
        {
            best[free] = double.NegativeInfinity;
            foreach (var group in Groups(free, scores.Count))
            {
                var value = best[free & ~group] + scores.Of(Members(group));
                if (value > best[free])
                    (best[free], choice[free]) = (value, group);
            }
        }

        var groups = new List<int[]>();
        for (var free = best.Length - 1; free != 0; free &= ~choice[free])
            groups.Add(Members(choice[free]));
        return groups;
    }

    /// <summary>All groups that the lowest of the free may be in, as bits.</summary>
    private static IEnumerable<int> Groups(int free, int count)
    {
        var first = free & -free;
        for (var b = 0; b < count; b++)
        {
            var second = 1 << b;
            if (second <= first || (free & second) == 0)
                continue;
            yield return first | second;
            for (var c = b + 1; c < count; c++)
                if ((free & (1 << c)) != 0)
                    yield return first | second | (1 << c);
        }
        yield return first;
    }

    private static int[] Members(int group) => [.. Enumerable.Range(0, Most).Where(i => (group & (1 << i)) != 0)];
}
