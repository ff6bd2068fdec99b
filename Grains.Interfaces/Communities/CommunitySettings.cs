using System.Collections.Immutable;
using Weave.Matching;

namespace Weave.Communities;

/// <summary>What a community is, as its organizers describe it.</summary>
[GenerateSerializer, Immutable, Alias("communitySettings")]
public sealed record CommunitySettings
{
    public const int MaxName = 80;
    public const int MaxPurpose = 500;
    public const int MaxArea = 60;
    public const int MaxCallLink = 200;

    /// <summary>The smallest and the largest group a match may be.</summary>
    public const int SmallestGroup = 2;
    public const int LargestGroup = 5;

    [Id(0)] public required string Name { get; init; }

    /// <summary>A sentence or two: what members get out of it.</summary>
    [Id(1)] public string Purpose { get; init; } = "";

    /// <summary>The area of interest: entrepreneurship, management, HR, …</summary>
    [Id(2)] public string Area { get; init; } = "";

    /// <summary>The language spoken: an ISO 639-1 code.</summary>
    [Id(3)] public string Language { get; init; } = "en";

    /// <summary>An IANA zone name: schedules are kept in it.</summary>
    [Id(4)] public string TimeZone { get; init; } = "Etc/UTC";

    [Id(5)] public Admission Admission { get; init; }

    /// <summary>Where online conversations take place: an address that ends in a slash, behind which each match gets a room of its own, or one address for all;
    /// empty when partners see to it themselves.</summary>
    [Id(10)] public string CallLink { get; init; } = "";

    /// <summary>When match rounds begin by themselves; null when organizers open them by hand.</summary>
    [Id(7)] public RoundSchedule? Schedule { get; init; }

    /// <summary>What becomes of the odd one, the preferred first; where one is not possible, the next counts.</summary>
    [Id(8)] public ImmutableArray<OddOne> OddOne { get; init; } = [Weave.Matching.OddOne.Trio];

    /// <summary>How many people a match round puts together.</summary>
    [Id(9)] public int GroupSize { get; init; } = SmallestGroup;

    /// <summary>What counts when partners are found.</summary>
    [Id(6)] public MatchingRules Matching { get; init; } = MatchingRules.Default;
}
