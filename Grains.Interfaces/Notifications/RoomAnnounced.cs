namespace Weave.Notifications;

/// <summary>There is a room to come to: for the members of its community.</summary>
[GenerateSerializer, Immutable, Alias("roomAnnounced")]
public sealed record RoomAnnounced([property: Id(0)] Guid Room) : Notice;
