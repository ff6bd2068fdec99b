namespace Weave.Rooms;

/// <summary>Something that was written to me alone while I was on the stage.</summary>
/// <param name="Id">Grows with time within the room.</param>
/// <param name="From">The author's number.</param>
/// <param name="Text">Plain text, at most 500 characters.</param>
/// <param name="Seen">I have seen it.</param>
[GenerateSerializer, Immutable, Alias("roomWhisper")]
public sealed record RoomWhisper([property: Id(0)] long Id, [property: Id(1)] int From, [property: Id(2)] string Text, [property: Id(3)] DateTimeOffset At, [property: Id(4)] bool Seen);
