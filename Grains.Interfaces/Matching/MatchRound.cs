namespace Weave.Matching;

/// <summary>A match round as one viewer sees it.</summary>
[GenerateSerializer, Immutable, Alias("matchRound")]
public sealed record MatchRound
{
    [Id(0)] public required MatchRoundId Id { get; init; }
    [Id(1)] public required MatchRoundPhase Phase { get; init; }
    [Id(2)] public required DateTimeOffset Deadline { get; init; }

    /// <summary>What the viewer answered.</summary>
    [Id(3)] public RoundAnswer Answer { get; init; }

    /// <summary>The viewer's match, once there is one.</summary>
    [Id(4)] public MatchId? Match { get; init; }

    /// <summary>How many were asked; for organizers, as the next three.</summary>
    [Id(5)] public int Asked { get; init; }
    [Id(6)] public int In { get; init; }
    [Id(7)] public int Out { get; init; }

    /// <summary>How many matches were made.</summary>
    [Id(8)] public int Matches { get; init; }

    /// <summary>How many matches are known to have met.</summary>
    [Id(9)] public int Met { get; init; }

    /// <summary>When the conversations end; null before the pairing.</summary>
    [Id(20)] public DateTimeOffset? Ends { get; init; }

    /// <summary>The viewer has asked for somebody else and none is found yet.</summary>
    [Id(21)] public bool Waiting { get; init; }

    /// <summary>How many people said how useful it was; for organizers.</summary>
    [Id(22)] public int Rated { get; init; }

    /// <summary>How useful it was on average, 1 to 5; null while so few have said it that one could guess who. For organizers.</summary>
    [Id(23)] public double? Useful { get; init; }

    /// <summary>How many have said that their meeting took place or did not; for organizers.</summary>
    [Id(24)] public int Heard { get; init; }

    /// <summary>Until when those whose partner cannot be reached are put together anew: half of the conversations' time. Null before the pairing.</summary>
    [Id(25)] public DateTimeOffset? RepairsUntil { get; init; }

    /// <summary>The viewer's yes is their standing one; they may still skip this round.</summary>
    [Id(30)] public bool Standing { get; init; }

    /// <summary>Until when the viewer is paused; null when they are not.</summary>
    [Id(31)] public DateTimeOffset? PausedUntil { get; init; }

    /// <summary>The pairing waits for an organizer's look; partners are told then at the latest.</summary>
    [Id(32)] public DateTimeOffset? SendsAt { get; init; }

    /// <summary>How good the pairing is beside the best there could be; null before it is made, and for those who are no organizers.</summary>
    [Id(10)] public PairingQuality? Quality { get; init; }
}
