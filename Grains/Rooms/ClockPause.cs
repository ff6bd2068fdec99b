namespace Weave.Rooms;

/// <summary>The clock stands still since a moment, with so much left.</summary>
[GenerateSerializer, Immutable, Alias("clockPause")]
internal sealed record ClockPause([property: Id(0)] DateTimeOffset At, [property: Id(1)] TimeSpan Left);
