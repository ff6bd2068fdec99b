namespace Weave.Notifications;

/// <summary>Three rounds without a word have ended a standing yes; one press brings it back.</summary>
[GenerateSerializer, Immutable, Alias("standingEnded")]
public sealed record StandingEnded([property: Id(0)] string Community) : Notice;
