using System.Collections.Immutable;

namespace Weave.Members;

/// <summary>Some answers about oneself; null leaves a field as it is. One shape for the form, the wizard and the bot.</summary>
[GenerateSerializer, Immutable, Alias("profileChange")]
public sealed record ProfileChange
{
    [Id(0)] public string? Name { get; init; }
    [Id(1)] public string? Headline { get; init; }
    [Id(2)] public string? About { get; init; }
    [Id(3)] public string? LooksFor { get; init; }
    [Id(4)] public string? Offers { get; init; }
    [Id(5)] public ImmutableArray<string>? Interests { get; init; }
    [Id(6)] public ImmutableArray<string>? Languages { get; init; }
    [Id(7)] public string? City { get; init; }
    [Id(8)] public string? TimeZone { get; init; }
    [Id(9)] public MeetingPreference? Meets { get; init; }
    [Id(10)] public ImmutableArray<string>? Links { get; init; }
    [Id(11)] public string? Company { get; init; }
    [Id(12)] public ImmutableArray<string>? Targets { get; init; }
}
