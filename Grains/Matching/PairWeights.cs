namespace Weave.Matching;

/// <summary>
/// What a pairing adds up: <see cref="Affinity"/> in hundredths of points, more for those who are owed something, and less a repeat, which outweighs all that a
/// whole round could gain by it: so there are as few repeats as possible, then the oldest, then the best scores. People are their places in the list given.
/// </summary>
internal sealed class PairWeights
{
    /// <summary>Of a point.</summary>
    public const double Hundredths = 100;

    /// <summary>For being in a pair at all: decides who stays alone or makes the third.</summary>
    private const double Place = 100;

    /// <summary>No two pairs without a repeat are further apart.</summary>
    private const long Range = (long)(Hundredths * (2 * Points.Most + 2 * Place + 4 * Points.Clash));

    private readonly double[] _owed;

    /// <param name="problem">What counts.</param>
    /// <param name="people">The participants and, behind them, the hosts.</param>
    public PairWeights(PairingProblem problem, IReadOnlyList<Candidate> people)
    {
        Ids = [.. people.Select(person => person.Id)];
        Affinity = new(people, problem.Rules, problem.Now);
        History = new(problem, Ids);
        _owed = [.. Ids.Select(id => problem.Owed.GetValueOrDefault(id))];
        Count = problem.Participants.Count;
        Repeat = Math.Max(1, Ids.Count / 2) * Range + 1;
    }

    public IReadOnlyList<Guid> Ids { get; }

    public Affinity Affinity { get; }

    public History History { get; }

    /// <summary>The participants, without hosts.</summary>
    public int Count { get; }

    /// <summary>The price of meeting again, for a meeting long ago; half as much more for one today.</summary>
    public long Repeat { get; }

    /// <summary>They may be put together at all: they have a language, and nobody keeps them apart.</summary>
    public bool CanMeet(int a, int b) =>
        Affinity.People[a].Languages.Understands(Affinity.People[b].Languages) && !History.KeptApart(a, b);

    /// <summary>Two as a pair of their own.</summary>
    public long Pair(int a, int b) => Together(a, b) + (long)(Hundredths * Place * (_owed[a] + _owed[b]));

    /// <summary>Two who sit together, in a pair or a trio.</summary>
    public long Together(int a, int b)
    {
        var points = Affinity.Between(a, b);
        if (points > 0)
            points *= 1 + (_owed[a] + _owed[b]) / 2;
        var weight = (long)Math.Round(points * Hundredths);
        if (History.Met(a, b) is not { } recency)
            return weight;
        var again = History.WouldMeetAgain(a, b) ? (long)(Hundredths * Points.Again) : 0;
        return weight + again - Repeat - (long)(Repeat * recency / 2);
    }

    /// <summary>What it is worth that somebody takes in a third. Those who were in a trio of late are owed for it, and stay one of two.</summary>
    public long Hosts(int host, int third) => Together(host, third) - (long)(Hundredths * Place * _owed[host]);
}
