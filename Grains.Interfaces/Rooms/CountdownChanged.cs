namespace Weave.Rooms;

/// <summary>A change of phase is counted down to, or is called off.</summary>
/// <param name="Step">The step that is on, which stays.</param>
/// <param name="Next">The phase that begins at the deadline; null when it does not after all.</param>
/// <param name="Deadline">The end of the phase that is on; null where it has none, or the clock stands still.</param>
/// <param name="Left">What is left while the clock stands still.</param>
[GenerateSerializer, Immutable, Alias("countdownChanged")]
public sealed record CountdownChanged(
    [property: Id(0)] int Step, [property: Id(1)] RoomPhase? Next, [property: Id(2)] DateTimeOffset? Deadline, [property: Id(3)] TimeSpan? Left) : RoomEvent;
