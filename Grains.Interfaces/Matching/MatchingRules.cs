namespace Weave.Matching;

/// <summary>What makes two members of a community worth meeting, as its organizers weigh it. A common language is a must and not among them.</summary>
[GenerateSerializer, Immutable, Alias("matchingRules")]
public sealed record MatchingRules
{
    public static MatchingRules Default { get; } = new();

    /// <summary>Interests that both have.</summary>
    [Id(0)] public Emphasis Interests { get; init; }

    /// <summary>What one looks for and the other offers.</summary>
    [Id(1)] public Emphasis Wishes { get; init; }

    /// <summary>Companies and roles that members want to meet.</summary>
    [Id(2)] public Emphasis Targets { get; init; }

    /// <summary>Living in the same city, for those who meet in person.</summary>
    [Id(3)] public Emphasis City { get; init; }

    /// <summary>Being awake at the same hours, for those who meet online.</summary>
    [Id(4)] public Emphasis TimeZone { get; init; }

    /// <summary>People of one company are put together only when nobody else is left.</summary>
    [Id(5)] public bool AcrossCompanies { get; init; }
}
