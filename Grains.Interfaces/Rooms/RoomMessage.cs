namespace Weave.Rooms;

/// <summary>Something said at a table, or to the whole room.</summary>
/// <param name="Id">Grows with time within the room.</param>
/// <param name="From">The author's number.</param>
/// <param name="Text">Plain text, at most 1,000 characters.</param>
[GenerateSerializer, Immutable, Alias("tableMessage")]
public sealed record RoomMessage([property: Id(0)] long Id, [property: Id(1)] int From, [property: Id(2)] string Text, [property: Id(3)] DateTimeOffset At);
