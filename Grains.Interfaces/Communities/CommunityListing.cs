namespace Weave.Communities;

/// <summary>A community in the directory.</summary>
[GenerateSerializer, Immutable, Alias("communityListing")]
public sealed record CommunityListing([property: Id(0)] string Slug, [property: Id(1)] CommunitySettings Settings, [property: Id(2)] int Members);
