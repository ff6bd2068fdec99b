namespace Weave.Rooms;

/// <summary>More people wait for a place, or fewer do.</summary>
/// <param name="Waiting">See <see cref="RoomSnapshot.Waiting"/>.</param>
[GenerateSerializer, Immutable, Alias("lineChanged")]
public sealed record LineChanged([property: Id(0)] int Waiting) : RoomEvent;
