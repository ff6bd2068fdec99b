namespace Weave.Rooms;

/// <summary>
/// What it costs to seat two people together once more, given how often they have met and will meet. In order of weight: pairs to keep apart, repeats,
/// wishes to meet, acquaintances from elsewhere, those who have met few new people, affinity. People are known by their index here.
/// </summary>
internal sealed class PairCosts
{
    /// <summary>One repeat outweighs all wishes that one table can hold.</summary>
    public const long Repeat = 1_000_000;
    private const long Apart = 1_000 * Repeat;
    private const long BothWish = 45_000;
    private const long OneWishes = 15_000;
    private const long Acquainted = 10_000;
    private const long Newcomer = 100;
    private const int MostBehind = 20;

    private readonly int[] _count;
    private readonly long[] _wish;
    private readonly long[] _next;
    private readonly long[] _last;
    private readonly int _mostCounted;

    public PairCosts(SeatingProblem problem)
    {
        var people = problem.People;
        People = people.Count;
        // Where only new pairs count it does not matter how often the others meet.
        _mostCounted = problem.Aim == RoomAim.EverybodyMeets ? 1 : int.MaxValue;
        (_count, _wish, _next, _last) = (new int[People * People], new long[People * People], new long[People * People], new long[People * People]);
        var behind = Behind(problem);
        for (var i = 0; i < People; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var pair = (Math.Min(people[i], people[j]), Math.Max(people[i], people[j]));
                var gain = Wished(problem.Wishes.GetValueOrDefault(pair)) + (Newcomer * (behind[i] + behind[j]));
                var wish = (problem.Apart.Contains(pair) ? Apart : 0) + (problem.Acquainted.Contains(pair) ? Acquainted : 0)
                    - (problem.Affinity?.Invoke(people[i], people[j]) ?? 0) - gain;
                HasWishes |= wish != 0;
                // Who is behind gains by somebody new, and nothing by somebody known; a wish is fulfilled by the first time.
                (_wish[(i * People) + j], _wish[(j * People) + i]) = (wish, gain);
                Set(i, j, problem.Met.GetValueOrDefault(pair));
            }
        }
    }

    public int People { get; }

    public bool HasWishes { get; }

    /// <summary>Whether it does not matter how often those meet who have met.</summary>
    public bool OnlyNewCounts => _mostCounted == 1;

    public ReadOnlySpan<long> Next(int a) => _next.AsSpan(a * People, People);

    public ReadOnlySpan<long> Last(int a) => _last.AsSpan(a * People, People);

    public int Count(int a, int b) => _count[(a * People) + b];

    public void Add(int a, int b, int times) => Set(a, b, Count(a, b) + times);

    /// <summary>How many pairs have not met.</summary>
    public int Strangers() => (_count.Count(count => count == 0) - People) / 2;

    private void Set(int a, int b, int count)
    {
        _count[(a * People) + b] = _count[(b * People) + a] = count;
        _next[(a * People) + b] = _next[(b * People) + a] = Cost(a, b, count);
        _last[(a * People) + b] = _last[(b * People) + a] = count > 0 ? Cost(a, b, count - 1) : 0;
    }

    /// <summary>Of meeting once more after so many times.</summary>
    private long Cost(int a, int b, int count)
    {
        var (wish, news) = a > b ? (_wish[(a * People) + b], _wish[(b * People) + a]) : (_wish[(b * People) + a], _wish[(a * People) + b]);
        return count == 0 ? wish : wish + news + (Repeat * Math.Min(count, _mostCounted));
    }

    private static long Wished(int count) => count switch { 0 => 0, 1 => OneWishes, _ => BothWish };

    /// <summary>By how many new acquaintances each is behind the one with the most.</summary>
    private static int[] Behind(SeatingProblem problem)
    {
        var met = problem.Met.Keys.Concat(problem.Met.Keys.Select(pair => (pair.Item2, pair.Item1))).CountBy(pair => pair.Item1).ToDictionary();
        var most = problem.People.Max(person => met.GetValueOrDefault(person));
        return [.. problem.People.Select(person => Math.Min(most - met.GetValueOrDefault(person), MostBehind))];
    }
}
