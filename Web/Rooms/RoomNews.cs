namespace Weave.Rooms;

/// <summary>What there is to tell of a room that is planned: a line, a sentence or two, and where it concerns the calendar, an entry for it.</summary>
internal sealed record RoomNews(string Title, string Text, string? Calendar = null);
