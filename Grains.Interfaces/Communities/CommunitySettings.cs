namespace Weave.Communities;

/// <summary>What a community is, as its organizers describe it.</summary>
[GenerateSerializer, Immutable, Alias("communitySettings")]
public sealed record CommunitySettings
{
    public const int MaxName = 80;
    public const int MaxPurpose = 500;
    public const int MaxArea = 60;
    public const int MaxCallLink = 200;

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
}
