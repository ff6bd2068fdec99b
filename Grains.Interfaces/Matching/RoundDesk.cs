namespace Weave.Matching;

/// <summary>A match round as its organizers see it, live.</summary>
[GenerateSerializer, Immutable, Alias("roundDeskView")]
public sealed record RoundDesk
{
    [Id(0)] public required MatchRoundId Id { get; init; }

    /// <summary>Pairing from the deadline on, even if nobody has begun with it.</summary>
    [Id(1)] public required MatchRoundPhase Phase { get; init; }
    [Id(2)] public required DateTimeOffset Deadline { get; init; }

    /// <summary>How many have been asked, of those who still belong to the community.</summary>
    [Id(3)] public int Asked { get; init; }
    [Id(4)] public int In { get; init; }

    /// <summary>Of those who are in, how many by a standing yes.</summary>
    [Id(5)] public int Standing { get; init; }
    [Id(6)] public int Out { get; init; }
    [Id(7)] public int NoAnswer { get; init; }
    [Id(8)] public int Unreachable { get; init; }
    [Id(9)] public int Paused { get; init; }

    /// <summary>The pairing is made and waits for an organizer's look; it is sent by itself then. Null when nothing waits.</summary>
    [Id(10)] public DateTimeOffset? SendsAt { get; init; }

    /// <summary>How good the pairing is; null before there is one.</summary>
    [Id(11)] public PairingQuality? Quality { get; init; }

    /// <summary>How many have nobody in the pairing.</summary>
    [Id(12)] public int LeftOut { get; init; }
}
