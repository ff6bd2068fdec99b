namespace Weave.Rooms;

/// <summary>A question was answered, hidden or opened again.</summary>
[GenerateSerializer, Immutable, Alias("questionSettled")]
public sealed record QuestionSettled([property: Id(0)] long Question, [property: Id(1)] QuestionStanding Standing) : RoomEvent;
