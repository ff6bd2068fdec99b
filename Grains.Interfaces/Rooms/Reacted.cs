namespace Weave.Rooms;

/// <summary>Signs given to the one on the stage since the last such event.</summary>
/// <param name="Counts">How many of each <see cref="Reaction"/>, by its number.</param>
[GenerateSerializer, Immutable, Alias("reacted")]
public sealed record Reacted([property: Id(0)] IReadOnlyList<int> Counts) : RoomEvent;
