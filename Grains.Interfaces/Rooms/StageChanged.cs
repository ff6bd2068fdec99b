namespace Weave.Rooms;

/// <summary>The introductions begin, the next one is on the stage, or those who wait are others than before.</summary>
/// <param name="Stage">Who is on the stage, and who comes after, in order.</param>
/// <param name="Deadline">Null while the clock stands still.</param>
[GenerateSerializer, Immutable, Alias("stageChanged")]
public sealed record StageChanged([property: Id(0)] int Step, [property: Id(1)] IReadOnlyList<int> Stage, [property: Id(2)] DateTimeOffset? Deadline) : RoomEvent;
