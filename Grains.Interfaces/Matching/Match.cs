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

    /// <summary>When the round ends, and people are asked how it was.</summary>
    [Id(6)] public DateTimeOffset Ends { get; init; }

    /// <summary>Offers and the meeting agreed.</summary>
    [Id(7)] public Arrangement Arrangement { get; init; } = new();

    /// <summary>The match is over for the viewer: somebody left it, or has been blocked.</summary>
    [Id(8)] public bool Ended { get; init; }

    /// <summary>The viewer may ask for somebody else now.</summary>
    [Id(9)] public bool CanFindAnother { get; init; }

    /// <summary>The viewer has asked for somebody else and none is found yet.</summary>
    [Id(10)] public bool Waiting { get; init; }

    /// <summary>What the viewer said of the conversation.</summary>
    [Id(11)] public MatchFeedback Feedback { get; init; } = new();

    /// <summary>Where the call takes place when the meeting is online; null when the partners see to it themselves.</summary>
    [Id(12)] public string? CallLink { get; init; }

    /// <summary>Where these partners can meet in person: the city they share, else the viewer's own; may be empty.</summary>
    [Id(13)] public string City { get; init; } = "";
}
