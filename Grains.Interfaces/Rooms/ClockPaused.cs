namespace Weave.Rooms;

/// <summary>The clock stands still, or more time was given while it does.</summary>
/// <param name="Left">What is left when it goes on.</param>
[GenerateSerializer, Immutable, Alias("clockPaused")]
public sealed record ClockPaused([property: Id(0)] int Step, [property: Id(1)] TimeSpan Left) : RoomEvent;
