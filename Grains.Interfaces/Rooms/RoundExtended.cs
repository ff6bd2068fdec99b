namespace Weave.Rooms;

/// <summary>The round, the time of who is on the stage, or the open floor ends later than planned.</summary>
[GenerateSerializer, Immutable, Alias("roundExtended")]
public sealed record RoundExtended([property: Id(0)] int Step, [property: Id(1)] DateTimeOffset Deadline) : RoomEvent;
