using System.Collections.Immutable;

namespace Weave.Members;

/// <summary>What a member says of themselves, and what partners and table mates are shown. Every field but the name may be empty.</summary>
[GenerateSerializer, Immutable, Alias("profile")]
public sealed record Profile
{
    /// <summary>Stands for a time zone that was never told.</summary>
    public const string UnknownZone = "Etc/UTC";

    /// <summary>The name as they want to be called.</summary>
    [Id(0)] public required string Name { get; init; }

    /// <summary>One line: what they do.</summary>
    [Id(1)] public string Headline { get; init; } = "";

    /// <summary>A few paragraphs, plain text.</summary>
    [Id(2)] public string About { get; init; } = "";

    /// <summary>What would help them now.</summary>
    [Id(3)] public string LooksFor { get; init; } = "";

    /// <summary>What they can do for others.</summary>
    [Id(4)] public string Offers { get; init; } = "";

    /// <summary>Tags as typed, without duplicates, compared without regard to case.</summary>
    [Id(5)] public ImmutableArray<string> Interests { get; init; } = [];

    /// <summary>ISO 639-1 codes, lower case, the most comfortable first.</summary>
    [Id(6)] public ImmutableArray<string> Languages { get; init; } = [];

    /// <summary>Where they live, as typed.</summary>
    [Id(7)] public string City { get; init; } = "";

    /// <summary>An IANA zone name; UTC until known.</summary>
    [Id(8)] public string TimeZone { get; init; } = UnknownZone;

    /// <summary>Online, in person or both.</summary>
    [Id(9)] public MeetingPreference Meets { get; init; }

    /// <summary>Absolute http or https addresses.</summary>
    [Id(10)] public ImmutableArray<string> Links { get; init; } = [];

    /// <summary>The version of their picture, part of its address (<c>/pictures/{member}/{version}</c>); null without one.</summary>
    [Id(11)] public string? Picture { get; init; }

    /// <summary>The company or organization, as typed.</summary>
    [Id(12)] public string Company { get; init; } = "";

    /// <summary>Companies and roles they want to meet, as typed, without duplicates; shown to nobody, but a match that is one says so to them.</summary>
    [Id(13)] public ImmutableArray<string> Targets { get; init; } = [];
}
