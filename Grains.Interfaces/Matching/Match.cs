namespace Weave.Matching;

/// <summary>A match as one of its partners sees it.</summary>
[GenerateSerializer, Immutable, Alias("match")]
public sealed record Match
{
    [Id(0)] public required MatchId Id { get; init; }

    /// <summary>The name of the community.</summary>
    [Id(1)] public required string Community { get; init; }

    /// <summary>One partner, or two in a trio.</summary>
    [Id(2)] public required IReadOnlyList<MatchPartner> Partners { get; init; }

    /// <summary>What the viewer has said so far.</summary>
    [Id(3)] public MatchOutcome Outcome { get; init; }

    /// <summary>The round still goes on: outcomes can be given.</summary>
    [Id(4)] public bool Open { get; init; }

    [Id(5)] public DateTimeOffset Made { get; init; }
}
