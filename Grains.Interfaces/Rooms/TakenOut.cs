namespace Weave.Rooms;

/// <summary>I was taken out of the room. The last that is heard of it.</summary>
[GenerateSerializer, Immutable, Alias("takenOut")]
public sealed record TakenOut([property: Id(0)] int Number) : RoomEvent;
