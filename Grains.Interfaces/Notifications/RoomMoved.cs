namespace Weave.Notifications;

/// <summary>The room begins at another time than they were told.</summary>
[GenerateSerializer, Immutable, Alias("roomMoved")]
public sealed record RoomMoved([property: Id(0)] Guid Room, [property: Id(1)] DateTimeOffset StartsAt) : Notice;
