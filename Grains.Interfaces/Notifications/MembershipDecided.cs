namespace Weave.Notifications;

/// <summary>An organizer let them in, or turned them down.</summary>
[GenerateSerializer, Immutable, Alias("membershipDecided")]
public sealed record MembershipDecided([property: Id(0)] string Community, [property: Id(1)] bool Accepted) : Notice;
