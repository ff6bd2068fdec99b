using Weave.Notifications;
using Weave.Rooms;

namespace Weave.Telegram;

/// <summary>What somebody in a room types into their chat: a word to their table, or what a button has asked them for.</summary>
internal sealed class RoomTyping(IGrainFactory grains, Words words)
{
    private const char Question = '?';
    private const char Whisper = '!';
    private const char Note = '#';
    private const int Attempts = 3;

    /// <summary>The next message is a question to the room, or to the one of that number.</summary>
    public void AwaitQuestion(Turn turn, Guid room, int? to) => Await(turn, Question, room, to, "Room.AskWhat");

    /// <summary>The next message is for the one on the stage alone.</summary>
    public void AwaitWhisper(Turn turn, Guid room, int to) => Await(turn, Whisper, room, to, "Room.WhisperWhat");

    /// <summary>The next message is a line of what the table writes down in that round.</summary>
    public void AwaitNote(Turn turn, Guid room, int round) => Await(turn, Note, room, round, "Room.NoteWhat");

    /// <summary>False when they are in no room, and the text is for somebody else.</summary>
    /// <param name="key">Names the message: one that comes twice counts once.</param>
    public async Task<bool> Says(Turn turn, string text, string key)
    {
        if (turn.Member is not { } me)
            return false;
        if (turn.Chat.Awaiting is [Question or Whisper or Note, .. var subject] awaiting && RoomPress.TryRead(subject, out var asked, out var number))
        {
            turn.Chat = turn.Chat with { Awaiting = null };
            await Take(turn, me.Id, awaiting[0], Room(asked), number, text, key);
            return true;
        }
        return turn.Chat.Awaiting is null && await grains.GetGrain<ITelegramChatGrain>(turn.From.Id).Live() is { } live && await ToTheTable(turn, live.Room, text, key);
    }

    private void Await(Turn turn, char what, Guid room, int? number, string prompt)
    {
        turn.Chat = turn.Chat with { Awaiting = $"{what}{RoomPress.Of(RoomPress.Question, room, number).Subject}" };
        turn.Say(new BotMessage { Text = words.Html(prompt) });
    }

    private async Task Take(Turn turn, Guid me, char what, IRoomGrain room, int? number, string text, string key)
    {
        if (what == Question)
            await room.Ask(me, key, number, text);
        else if (what == Whisper)
            await room.Whisper(me, number ?? -1, key, text);
        else
            await WriteDown(room, me, number ?? 0, text);
        turn.Say(new BotMessage { Text = words.Html(what switch { Question => "Room.Asked", Whisper => "Room.WhisperSent", _ => "Room.Noted" }) });
    }

    /// <summary>Adds a line to the table's note, unless it is there. Who writes at the same moment is read first.</summary>
    private static async Task WriteDown(IRoomGrain room, Guid me, int round, string text)
    {
        for (var attempt = 1; ; attempt++)
        {
            var now = await room.Snapshot(me);
            if (now.Talk is not { } talk || now.Round != round)
                throw new Refused(Refusal.NotAtATable);
            if (talk.Note.Split('\n').Contains(text, StringComparer.Ordinal))
                return;
            try
            {
                await room.WriteNote(me, round, talk.NoteVersion, talk.Note.Length == 0 ? text : $"{talk.Note}\n{text}");
                return;
            }
            catch (Refused refused) when (refused.Reason == Refusal.AlreadyDone && attempt < Attempts)
            {
                // Somebody was faster.
            }
        }
    }

    private async Task<bool> ToTheTable(Turn turn, Guid room, string text, string key)
    {
        try
        {
            await Room(room).Say(turn.Me.Id, key, text);
        }
        catch (Refused refused) when (refused.Reason == Refusal.NotAtATable)
        {
            turn.Say(new BotMessage { Text = words.Html("Room.NoTable") });
        }
        catch (Refused refused) when (refused.Reason is Refusal.NotInTheRoom or Refusal.NotFound)
        {
            await grains.GetGrain<ITelegramChatGrain>(turn.From.Id).SetLive(null);
            return false;
        }
        return true;
    }

    private IRoomGrain Room(Guid id) => grains.GetGrain<IRoomGrain>(id);
}
