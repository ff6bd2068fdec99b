using Weave.Members;

namespace Weave.Matching;

/// <summary>Who of a round's people has met, or must not meet. People are their places in the list given.</summary>
internal sealed class History
{
    /// <summary>So long after a meeting, half of its weight is gone.</summary>
    private const double HalfLifeInDays = 180;

    private readonly Dictionary<(int, int), double> _met = [];
    private readonly HashSet<(int, int)> _apart = [];
    private readonly HashSet<(int, int)> _again = [];

    public History(PairingProblem problem, IReadOnlyList<Guid> people)
    {
        var places = people.Index().ToDictionary(person => person.Item, person => person.Index);
        foreach (var met in problem.History)
        {
            if (Pair(places, met.A, met.B) is { } pair)
                _met[pair] = Math.Max(_met.GetValueOrDefault(pair), Recency(problem.Now - met.Last));
        }
        foreach (var stance in problem.Stances)
        {
            if (Pair(places, stance.Member, stance.Other) is not { } pair)
                continue;
            if (stance.KeepsApart)
                _apart.Add(pair);
            else if (stance.Stance == Stance.Again)
                _again.Add(pair);
        }
    }

    public bool Any => _met.Count > 0;

    /// <summary>From just above 0, long ago, to 1, today; null when they have never met.</summary>
    public double? Met(int a, int b) => _met.TryGetValue(Pair(a, b), out var recency) ? recency : null;

    public bool KeptApart(int a, int b) => _apart.Count > 0 && _apart.Contains(Pair(a, b));

    public bool WouldMeetAgain(int a, int b) => _again.Count > 0 && _again.Contains(Pair(a, b));

    private static double Recency(TimeSpan ago) => Math.Pow(2, -Math.Max(0, ago.TotalDays) / HalfLifeInDays);

    private static (int, int)? Pair(Dictionary<Guid, int> places, Guid a, Guid b) =>
        places.TryGetValue(a, out var first) && places.TryGetValue(b, out var second) && first != second ? Pair(first, second) : null;

    private static (int, int) Pair(int a, int b) => a < b ? (a, b) : (b, a);
}
