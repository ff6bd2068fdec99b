namespace Weave.Rooms;

/// <summary>My table has another question to begin with.</summary>
[GenerateSerializer, Immutable, Alias("questionTurned")]
public sealed record QuestionTurned([property: Id(0)] int Turn) : RoomEvent;
