namespace Weave.Notifications;

/// <summary>For organizers: somebody asks to join.</summary>
[GenerateSerializer, Immutable, Alias("membershipAsked")]
public sealed record MembershipAsked([property: Id(0)] string Community, [property: Id(1)] Guid Member) : Notice;
