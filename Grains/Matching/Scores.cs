namespace Weave.Matching;

/// <summary>The scores of some participants with each other, as numbers; people are indices.</summary>
internal sealed class Scores
{
    /// <summary>Somebody stays alone. Outweighs all but a pair without a common language.</summary>
    public const double Alone = -1e9;

    /// <summary>Pairs rather than trios: one more trio outweighs any number of repeats an exact search meets.</summary>
    public const double Trio = -1e7;

    private readonly double[,] _pairs;

    public Scores(Affinity affinity, IReadOnlyList<Guid> people)
    {
        Count = people.Count;
        _pairs = new double[Count, Count];
        for (var a = 0; a < Count; a++)
            for (var b = a + 1; b < Count; b++)
                _pairs[a, b] = _pairs[b, a] = affinity.Score(people[a], people[b]);
    }

    public int Count { get; }

    public double Pair(int a, int b) => _pairs[a, b];

    /// <summary>What one, two or three people are worth together.</summary>
    public double Of(ReadOnlySpan<int> group) => group.Length switch
    {
        1 => Alone,
        2 => _pairs[group[0], group[1]],
        _ => Trio + _pairs[group[0], group[1]] + _pairs[group[0], group[2]] + _pairs[group[1], group[2]],
    };
}
