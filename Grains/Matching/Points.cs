namespace Weave.Matching;

/// <summary>What each thing that two people may have in common is worth at most, in points, under the rules of a community.</summary>
internal sealed class Points(MatchingRules rules)
{
    /// <summary>One of the two would gladly meet the other again: weighs when they cannot but meet again.</summary>
    public const double Again = 10;

    /// <summary>They could not agree where to meet, or both come from one company where that is not wanted.</summary>
    public const double Clash = 60;

    /// <summary>More than any two people can have, with <see cref="Emphasis.Much"/> everywhere.</summary>
    public const double Most = 300;

    public double Interests { get; } = 30 * Factor(rules.Interests);

    /// <summary>For each of the two directions.</summary>
    public double Wishes { get; } = 25 * Factor(rules.Wishes);

    /// <summary>For each of the two directions.</summary>
    public double Targets { get; } = 20 * Factor(rules.Targets);

    public double City { get; } = 10 * Factor(rules.City);

    public double TimeZone { get; } = 10 * Factor(rules.TimeZone);

    public bool AcrossCompanies => rules.AcrossCompanies;

    private static double Factor(Emphasis emphasis) => emphasis switch
    {
        Emphasis.None => 0,
        Emphasis.Little => 0.5,
        Emphasis.Much => 2,
        _ => 1,
    };
}
