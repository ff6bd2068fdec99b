namespace Weave.Notifications;

/// <summary>A place has become free, and is theirs.</summary>
[GenerateSerializer, Immutable, Alias("roomPlaceFree")]
public sealed record RoomPlaceFree([property: Id(0)] Guid Room) : Notice;
