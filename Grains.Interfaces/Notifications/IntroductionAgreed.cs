namespace Weave.Notifications;

/// <summary>Somebody from a room that is over has agreed to be introduced.</summary>
[GenerateSerializer, Immutable, Alias("introductionAgreed")]
public sealed record IntroductionAgreed([property: Id(0)] Guid Room, [property: Id(1)] Guid By) : Notice;
