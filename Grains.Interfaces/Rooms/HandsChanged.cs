namespace Weave.Rooms;

/// <summary>Somebody else has the floor, or other hands are up than before.</summary>
/// <param name="Stage">Who has the floor, and whose hands are up, in order.</param>
[GenerateSerializer, Immutable, Alias("handsChanged")]
public sealed record HandsChanged([property: Id(0)] int Step, [property: Id(1)] IReadOnlyList<int> Stage) : RoomEvent;
