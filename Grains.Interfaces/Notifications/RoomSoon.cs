using Weave.Rooms;

namespace Weave.Notifications;

/// <summary>The room they have a place in begins in a day, in an hour, or now.</summary>
[GenerateSerializer, Immutable, Alias("roomSoon")]
public sealed record RoomSoon([property: Id(0)] Guid Room, [property: Id(1)] RoomAhead Ahead, [property: Id(2)] DateTimeOffset StartsAt) : Notice;
