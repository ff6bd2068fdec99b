namespace Weave.Rooms;

/// <summary>An organizer has asked for a change of phase, which comes at the deadline; until then it can be called off.</summary>
/// <param name="Next">The phase that begins.</param>
/// <param name="Deadline">The end of the phase as it was before; null where there was none, or the clock stood still.</param>
/// <param name="Pause">The clock that stood still before.</param>
[GenerateSerializer, Immutable, Alias("roomCountdown")]
internal sealed record Countdown([property: Id(0)] RoomPhase Next, [property: Id(1)] DateTimeOffset? Deadline, [property: Id(2)] ClockPause? Pause);
