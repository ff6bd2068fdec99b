namespace Weave.Rooms;

/// <summary>Somebody asked something.</summary>
[GenerateSerializer, Immutable, Alias("questionAsked")]
public sealed record QuestionAsked([property: Id(0)] RoomQuestion Question) : RoomEvent;
