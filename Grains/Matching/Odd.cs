namespace Weave.Matching;

/// <summary>
/// Finds a place for those whom a pairing leaves free, as they or the community like it best: with a host, or as the third of a pair. The hosts of a third may also
/// be one each of two pairs, whose partners then make a pair themselves: so all three can be people who have not been in a trio of late. Of those who suit the third
/// best all couples are tried.
/// </summary>
internal static class Odd
{
    private const int Hosts = 40;

    /// <summary>All groups: pairs, threes, and those who stay alone.</summary>
    /// <param name="weights">What two are worth together; hosts stand behind the participants.</param>
    /// <param name="mates">By participant the partner, or -1. Is changed.</param>
    /// <param name="choices">What a participant would have, the best first.</param>
    public static IReadOnlyList<int[]> Place(PairWeights weights, int[] mates, Func<int, IEnumerable<OddOne>> choices)
    {
        var (groups, taken) = (new List<int[]>(), new HashSet<int>());
        for (var odd = 0; odd < mates.Length; odd++)
        {
            if (mates[odd] < 0)
                groups.Add(choices(odd).Select(choice => Place(weights, mates, odd, choice, taken)).FirstOrDefault(group => group is not null) ?? [odd]);
        }
        for (var person = 0; person < mates.Length; person++)
        {
            if (person < mates[person] && !taken.Contains(person))
                groups.Add([person, mates[person]]);
        }
        return groups;
    }

    private static int[]? Place(PairWeights weights, int[] mates, int odd, OddOne choice, HashSet<int> taken) => choice switch
    {
        OddOne.Trio => LetIn(weights, mates, odd, taken),
        OddOne.Host => WithHost(weights, odd, taken),
        _ => [odd],
    };

    private static int[]? WithHost(PairWeights weights, int odd, HashSet<int> taken)
    {
        var host = Enumerable.Range(weights.Count, weights.Affinity.People.Count - weights.Count).Where(host => !taken.Contains(host) && weights.CanMeet(odd, host))
            .OrderByDescending(host => weights.Together(odd, host)).FirstOrDefault(-1);
        return host >= 0 && taken.Add(host) ? [odd, host] : null;
    }

    private static int[]? LetIn(PairWeights weights, int[] mates, int third, HashSet<int> taken)
    {
        if (Best(weights, mates, third, taken) is not var (a, b))
            return null;
        var (mateOfA, mateOfB) = (mates[a], mates[b]);
        if (mateOfA != b)
            (mates[mateOfA], mates[mateOfB]) = (mateOfB, mateOfA);
        (mates[a], mates[b]) = (b, a);
        taken.UnionWith([a, b, third]);
        return [a, b, third];
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
