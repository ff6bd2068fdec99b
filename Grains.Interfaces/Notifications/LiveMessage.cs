using System.Collections.Immutable;

namespace Weave.Notifications;

/// <summary>The message of a chat that shows a room as it stands.</summary>
/// <param name="Message">Its number in the chat; null before it was sent.</param>
/// <param name="Step">The last of the room's steps that rang; -1 for none.</param>
[GenerateSerializer, Immutable, Alias("liveMessage")]
public sealed record LiveMessage([property: Id(0)] Guid Room, [property: Id(1)] int? Message, [property: Id(2)] int Step)
{
    /// <summary>What the next typed text is, or what the last one was; null while they write to their table.</summary>
    [Id(3)] public LiveTyping? Typing { get; init; }

    /// <summary>Messages that have had their time, the oldest first: what showed the room before, and what was typed and the room shows now. To be taken out of the chat. Default when an older version stored it.</summary>
    [Id(4)] public ImmutableArray<int> Spent { get; init; }

    /// <summary>The message shows who is in the room; null while it shows what goes on.</summary>
    [Id(5)] public LivePeople? People { get; init; }
}
