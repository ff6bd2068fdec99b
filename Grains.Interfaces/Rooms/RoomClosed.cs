namespace Weave.Rooms;

/// <summary>The room is over.</summary>
[GenerateSerializer, Immutable, Alias("roomClosed")]
public sealed record RoomClosed([property: Id(0)] int Step) : RoomEvent;
