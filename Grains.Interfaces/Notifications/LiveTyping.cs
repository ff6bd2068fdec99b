namespace Weave.Notifications;

/// <summary>Something a button in a room has asked somebody to write into their chat: awaited, or written.</summary>
/// <param name="What">What it is.</param>
/// <param name="Number">Whom it is for, by their number in the room, or the round of a note; null for a question to all.</param>
/// <param name="Step">The room's step when it was asked for.</param>
[GenerateSerializer, Immutable, Alias("liveTyping")]
public sealed record LiveTyping([property: Id(0)] LiveTypingKind What, [property: Id(1)] int? Number, [property: Id(2)] int Step)
{
    /// <summary>What was written; null while it is awaited.</summary>
    [Id(3)] public string? Text { get; init; }

    /// <summary>Names the message it was written in: one that comes twice is the same answer, not the next word to the table.</summary>
    [Id(4)] public string? Key { get; init; }
}
