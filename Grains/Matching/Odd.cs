namespace Weave.Matching;

/// <summary>
/// Finds a place for those whom a matching leaves free: with a pair, or with one each of two pairs whose partners then make a pair themselves. So the third and their
/// hosts can be people who have not been in a trio of late. Of those who suit the third best all couples are tried.
/// </summary>
internal static class Odd
{
    private const int Hosts = 40;

    /// <summary>Groups of three; the mates of the others are changed where that made room.</summary>
    public static IEnumerable<int[]> LetIn(PairWeights weights, int[] mates)
    {
        var taken = new HashSet<int>();
        for (var third = 0; third < mates.Length; third++)
        {
            if (mates[third] >= 0 || Best(weights, mates, third, taken) is not var (a, b))
                continue;
            var (mateOfA, mateOfB) = (mates[a], mates[b]);
            if (mateOfA != b)
                (mates[mateOfA], mates[mateOfB]) = (mateOfB, mateOfA);
            (mates[a], mates[b]) = (b, a);
            taken.UnionWith([a, b, third]);
            yield return [a, b, third];
        }
    }

    private static (int A, int B)? Best(PairWeights weights, int[] mates, int third, HashSet<int> taken)
    {
        var hosts = Enumerable.Range(0, mates.Length).Where(host => mates[host] >= 0 && !taken.Contains(host) && weights.CanMeet(host, third))
            .OrderByDescending(host => weights.Hosts(host, third)).Take(Hosts).ToList();
        // The pair that suits best may have one only among them.
        var couples = hosts.SelectMany((a, i) => hosts.Skip(i + 1).Append(mates[a]).Select(b => (A: a, B: b)))
            .Where(couple => weights.CanMeet(couple.A, couple.B) && weights.CanMeet(couple.B, third));
        ((int, int)? best, var most) = (null, long.MinValue);
        foreach (var (a, b) in couples)
        {
            if (Gain(weights, mates, a, b) is { } gain && gain + weights.Hosts(a, third) + weights.Hosts(b, third) > most)
                (best, most) = ((a, b), gain + weights.Hosts(a, third) + weights.Hosts(b, third));
        }
        return best;
    }

    /// <summary>What is won when two become a pair, and those they leave another one; null when these cannot.</summary>
    private static long? Gain(PairWeights weights, int[] mates, int a, int b)
    {
        if (mates[a] == b)
            return 0;
        var (left, right) = (mates[a], mates[b]);
        return weights.CanMeet(left, right) ? weights.Pair(a, b) + weights.Pair(left, right) - weights.Pair(a, left) - weights.Pair(b, right) : null;
    }
}
