namespace Weave.Notifications;

/// <summary>Somebody from a room that is over asks to be introduced.</summary>
[GenerateSerializer, Immutable, Alias("introductionAsked")]
public sealed record IntroductionAsked([property: Id(0)] Guid Room, [property: Id(1)] Guid By) : Notice;
