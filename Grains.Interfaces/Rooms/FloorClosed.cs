namespace Weave.Rooms;

/// <summary>The open floor is over; a break follows.</summary>
[GenerateSerializer, Immutable, Alias("floorClosed")]
public sealed record FloorClosed([property: Id(0)] int Step) : RoomEvent;
