namespace Weave.Rooms;

/// <summary>A word to everybody, until each puts it away.</summary>
/// <param name="Key">The sender's own id of it.</param>
/// <param name="From">The sender's number; null for one who is not in the room.</param>
[GenerateSerializer, Immutable, Alias("roomNotice")]
public sealed record RoomNotice([property: Id(0)] string Key, [property: Id(1)] int? From, [property: Id(2)] string Text, [property: Id(3)] DateTimeOffset At);
