using System.Collections.Immutable;

namespace Weave.Matching;

/// <summary>Why two people were put together: only what actually counted. The edges make a sentence of it in the reader's language.</summary>
[GenerateSerializer, Immutable, Alias("matchReason")]
public sealed record MatchReason
{
    [Id(0)] public required Guid A { get; init; }
    [Id(1)] public required Guid B { get; init; }

    /// <summary>Interests both have, as A spells them; the rarest in the round first.</summary>
    [Id(2)] public ImmutableArray<string> SharedInterests { get; init; } = [];

    /// <summary>Words of what A looks for that B offers.</summary>
    [Id(3)] public ImmutableArray<string> BOffersWhatALooksFor { get; init; } = [];

    /// <summary>Words of what B looks for that A offers.</summary>
    [Id(4)] public ImmutableArray<string> AOffersWhatBLooksFor { get; init; } = [];

    /// <summary>The city both live in; null when they do not, or do not both meet in person.</summary>
    [Id(5)] public string? City { get; init; }

    /// <summary>They have met before: nobody new was left.</summary>
    [Id(6)] public bool Repeat { get; init; }

    /// <summary>Of the companies and roles that A wants to meet, those that B is.</summary>
    [Id(7)] public ImmutableArray<string> BIsWhoAWantsToMeet { get; init; } = [];

    /// <summary>Of the companies and roles that B wants to meet, those that A is.</summary>
    [Id(8)] public ImmutableArray<string> AIsWhoBWantsToMeet { get; init; } = [];

    /// <summary>There is something to name that the two have for each other.</summary>
    public bool SaysSomething => SharedInterests.Length + BOffersWhatALooksFor.Length + AOffersWhatBLooksFor.Length + BIsWhoAWantsToMeet.Length + AIsWhoBWantsToMeet.Length > 0
        || City is not null;
}
