using Weave.Matching;

namespace Weave.Communities;

/// <summary>A community as one viewer sees it.</summary>
[GenerateSerializer, Immutable, Alias("community")]
public sealed record Community
{
    [Id(0)] public required string Slug { get; init; }
    [Id(1)] public required CommunitySettings Settings { get; init; }

    /// <summary>Members and organizers, without those who wait.</summary>
    [Id(2)] public int Members { get; init; }

    /// <summary>Who wait for approval; zero for a viewer who is no organizer.</summary>
    [Id(3)] public int Waiting { get; init; }

    /// <summary>Where the viewer stands.</summary>
    [Id(4)] public MembershipStatus Status { get; init; }

    /// <summary>The number of the latest match round; zero before the first.</summary>
    [Id(5)] public int LatestRound { get; init; }

    /// <summary>When the next match round begins by itself; null without a schedule.</summary>
    [Id(20)] public RoundDates? NextRound { get; init; }
}
