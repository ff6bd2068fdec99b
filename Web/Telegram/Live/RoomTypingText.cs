using Weave.Notifications;
using Weave.Rooms;

namespace Weave.Telegram;

/// <summary>In the message of a room: what the reader is asked to write, or has written. The chat needs no other messages for that.</summary>
internal sealed class RoomTypingText(Words words)
{
    public string Say(LiveTyping? typing, RoomSnapshot now) => typing switch
    {
        { Text: null } when Awaits(typing, now) => $"✍️ <b>{Ask(typing, now)}</b>",
        { Text: { } text } when typing.Step == now.Step && now.Phase != RoomPhase.Closed => Done(typing, text, now),
        _ => "",
    };

    public IEnumerable<BotButton[]> Buttons(LiveTyping? typing, RoomSnapshot now) =>
        Awaits(typing, now) ? [[new(words.Plain("Room.NotWrite"), RoomPress.Of(RoomPress.NotWrite, now.Room))]] : [];

    /// <summary>
    /// Whether what is typed next is that. A note is of its round, and a question begun before one's turn gives way to it; what was meant for one alone is never taken for a word
    /// to others.
    /// </summary>
    public static bool Awaits(LiveTyping? typing, RoomSnapshot now) => typing is { Text: null } && now.Phase != RoomPhase.Closed && typing.What switch
    {
        LiveTypingKind.Note => now.Round == typing.Number && now.TableOf(now.Me) > 0,
        LiveTypingKind.Question => typing.Step == now.Step || !now.IsMyTurn(),
        _ => true,
    };

    /// <summary>Whether what is typed next is read by everybody, of whom the reader has the ear.</summary>
    public static bool SpeaksToAll(LiveTyping? typing, RoomSnapshot now) => now.IsMyTurn() && !now.Muted && !Awaits(typing, now);

    private string Ask(LiveTyping typing, RoomSnapshot now) => typing.What switch
    {
        LiveTypingKind.Question => words.Html("Room.AskWhat"),
        LiveTypingKind.Whisper => words.Html("Room.WhisperWhat", Name(typing, now)),
        _ => words.Html("Room.NoteWhat"),
    };

    private string Done(LiveTyping typing, string text, RoomSnapshot now) => typing.What switch
    {
        LiveTypingKind.Question => words.Html("Room.Asked", text),
        LiveTypingKind.Whisper => words.Html("Room.WhisperSent", Name(typing, now), text),
        _ => words.Html("Room.Noted"),
    };

    private static string Name(LiveTyping typing, RoomSnapshot now) => now.Participants.ElementAtOrDefault(typing.Number ?? -1)?.Name ?? "";
}
