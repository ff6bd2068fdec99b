namespace Weave.Communities;

/// <summary>A member in a community's roster.</summary>
[GenerateSerializer, Immutable, Alias("rosterEntry")]
public sealed record RosterEntry([property: Id(0)] Guid Member, [property: Id(1)] MembershipStatus Status, [property: Id(2)] DateTimeOffset Since);
