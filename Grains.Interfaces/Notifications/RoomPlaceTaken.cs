namespace Weave.Notifications;

/// <summary>They have a place, as they asked for: a letter with an entry for the calendar. No news in a chat.</summary>
[GenerateSerializer, Immutable, Alias("roomPlaceTaken")]
public sealed record RoomPlaceTaken([property: Id(0)] Guid Room) : Notice;
