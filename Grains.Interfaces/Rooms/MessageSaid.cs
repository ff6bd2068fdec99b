namespace Weave.Rooms;

/// <summary>Something was said at my table.</summary>
[GenerateSerializer, Immutable, Alias("messageSaid")]
public sealed record MessageSaid([property: Id(0)] RoomMessage Message) : RoomEvent;
