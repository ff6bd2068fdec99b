namespace Weave.Rooms;

/// <summary>A question asked in front of the room.</summary>
/// <param name="Id">Grows with time within the room.</param>
/// <param name="From">The author's number.</param>
/// <param name="To">Who is asked, by number; null for the room.</param>
/// <param name="Text">Plain text, at most 300 characters.</param>
/// <param name="Votes">How many others find it important.</param>
/// <param name="Voted">The one who looks is among them.</param>
[GenerateSerializer, Immutable, Alias("roomQuestion")]
public sealed record RoomQuestion([property: Id(0)] long Id, [property: Id(1)] int From, [property: Id(2)] int? To, [property: Id(3)] string Text, [property: Id(4)] int Votes, [property: Id(5)] bool Voted, [property: Id(6)] QuestionStanding Standing);
