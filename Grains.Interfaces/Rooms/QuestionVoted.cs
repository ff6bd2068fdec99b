namespace Weave.Rooms;

/// <summary>A question is important to more people, or fewer.</summary>
[GenerateSerializer, Immutable, Alias("questionVoted")]
public sealed record QuestionVoted([property: Id(0)] long Question, [property: Id(1)] int Votes) : RoomEvent;
