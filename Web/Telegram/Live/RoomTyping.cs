using Weave.Notifications;
using Weave.Rooms;

namespace Weave.Telegram;

/// <summary>What somebody in a room types into their chat: a word to their table or, without one, to the room, or what a button has asked them for. The room's message shows it, and takes its place.</summary>
internal sealed class RoomTyping(IGrainFactory grains, Words words)
{
    private const int Attempts = 3;

    /// <summary>The next message is what the button asks for, and not a word to the table.</summary>
    public async Task Await(Turn turn, Guid room, LiveTypingKind what, int? number)
    {
        var now = await Room(room).Snapshot(turn.Me.Id);
        if (!await Chat(turn).SetTyping(room, new(what, number, now.Step)))
            return;
        turn.Chat = turn.Chat with { Awaiting = null };
        turn.Toast = words.Plain("Room.ToastWrite");
        await Room(room).ShowInChat(turn.Me.Id);
    }

    public async Task Forget(Turn turn, Guid room)
    {
        if (!await Chat(turn).SetTyping(room, null))
            return;
        turn.Toast = words.Plain("Room.ToastNotWrite");
        await Room(room).ShowInChat(turn.Me.Id);
    }

    /// <summary>False when they are in no room, and the text is for somebody else.</summary>
    /// <param name="turn">Who types.</param>
    /// <param name="message">The message they typed it in.</param>
    /// <param name="text">What they typed.</param>
    /// <param name="key">Names the message: one that comes twice counts once.</param>
    public async Task<bool> Says(Turn turn, int message, string text, string key)
    {
        if (turn is not { Member: { } me, Chat.Awaiting: null } || await Chat(turn).Live() is not { } live)
            return false;
        if (await Now(live.Room, me.Id) is not { Phase: not RoomPhase.Closed } now)
        {
            // That evening is over for them.
            await Chat(turn).SetLive(null);
            return false;
        }
        // The same message once more is the same answer.
        var asked = live.Typing is { } typing && (typing.Key == key || RoomTypingText.Awaits(typing, now)) ? typing : null;
        if (asked is not null)
            await Take(turn, now, asked, text, key);
        else if (now.TableOf(now.Me) > 0)
            await Room(live.Room).Say(me.Id, key, text);
        else
            await Room(live.Room).SayToRoom(me.Id, key, text);
        await Chat(turn).SetTyping(live.Room, asked is null ? null : asked with { Step = now.Step, Text = text, Key = key }, message);
        await Room(live.Room).ShowInChat(me.Id);
        return true;
    }

    private async Task Take(Turn turn, RoomSnapshot now, LiveTyping asked, string text, string key)
    {
        try
        {
            if (asked.What == LiveTypingKind.Question)
                await Room(now.Room).Ask(turn.Me.Id, key, asked.Number, text);
            else if (asked.What == LiveTypingKind.Whisper)
                await Room(now.Room).Whisper(turn.Me.Id, asked.Number ?? -1, key, text);
            else
                await WriteDown(turn.Me.Id, now, text);
        }
        catch (Refused refused) when (refused.Reason is not (Refusal.TooLong or Refusal.Required))
        {
            // Nothing they could write would be taken; what is too long may be shortened.
            await Chat(turn).SetTyping(now.Room, null);
            throw;
        }
    }

    /// <summary>Adds a line to the table's note, unless it is there. Who writes at the same moment is read first.</summary>
    private async Task WriteDown(Guid me, RoomSnapshot now, string text)
    {
        for (var attempt = 1; now.Talk is { } talk; attempt++)
        {
            if (talk.Note.Split('\n').Contains(text, StringComparer.Ordinal))
                return;
            try
            {
                await Room(now.Room).WriteNote(me, now.Round, talk.NoteVersion, talk.Note.Length == 0 ? text : $"{talk.Note}\n{text}");
                return;
            }
            catch (Refused refused) when (refused.Reason == Refusal.AlreadyDone && attempt < Attempts)
            {
                // Somebody was faster.
                now = await Room(now.Room).Snapshot(me) is var later && later.Round == now.Round ? later : throw new Refused(Refusal.NotAtATable);
            }
        }
        throw new Refused(Refusal.NotAtATable);
    }

    /// <summary>Null when they are not in the room, or there is none.</summary>
    private async Task<RoomSnapshot?> Now(Guid room, Guid me)
    {
        try
        {
            return await Room(room).Snapshot(me);
        }
        catch (Refused refused) when (refused.Reason is Refusal.NotInTheRoom or Refusal.NotFound)
        {
            return null;
        }
    }

    private IRoomGrain Room(Guid id) => grains.GetGrain<IRoomGrain>(id);

    private ITelegramChatGrain Chat(Turn turn) => grains.GetGrain<ITelegramChatGrain>(turn.From.Id);
}
