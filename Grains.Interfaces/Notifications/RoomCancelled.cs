namespace Weave.Notifications;

/// <summary>The room was called off.</summary>
[GenerateSerializer, Immutable, Alias("roomCancelled")]
public sealed record RoomCancelled([property: Id(0)] Guid Room) : Notice;
