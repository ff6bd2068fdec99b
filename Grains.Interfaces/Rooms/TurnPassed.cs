namespace Weave.Rooms;

/// <summary>I have stepped out of the line to the stage, or am in it again. Told to the participant alone.</summary>
[GenerateSerializer, Immutable, Alias("turnPassed")]
public sealed record TurnPassed([property: Id(0)] bool Passed) : RoomEvent;
