namespace Weave.Rooms;

/// <summary>The floor is open: whoever raises a hand comes to speak.</summary>
[GenerateSerializer, Immutable, Alias("floorOpened")]
public sealed record FloorOpened([property: Id(0)] int Step, [property: Id(1)] DateTimeOffset Deadline) : RoomEvent;
