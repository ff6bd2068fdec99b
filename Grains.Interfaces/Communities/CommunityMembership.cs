namespace Weave.Communities;

/// <summary>A community in a member's own list.</summary>
[GenerateSerializer, Immutable, Alias("communityMembership")]
public sealed record CommunityMembership([property: Id(0)] string Slug, [property: Id(1)] string Name, [property: Id(2)] MembershipStatus Status);
