namespace Weave.Notifications;

/// <summary>A message, and the channel by which its member is told best.</summary>
[GenerateSerializer, Immutable, Alias("addressedMessage")]
public sealed record AddressedMessage([property: Id(0)] string Channel, [property: Id(1)] OutboxMessage Message);
