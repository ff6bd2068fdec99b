namespace Weave.Rooms;

/// <summary>The clock goes on.</summary>
[GenerateSerializer, Immutable, Alias("clockResumed")]
public sealed record ClockResumed([property: Id(0)] int Step, [property: Id(1)] DateTimeOffset Deadline) : RoomEvent;
