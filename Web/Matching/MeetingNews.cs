namespace Weave.Matching;

/// <summary>What there is to tell of a conversation: a line, a sentence or two, and where it concerns the calendar, an entry for it.</summary>
internal sealed record MeetingNews(string Title, string Text, string? Calendar = null);
