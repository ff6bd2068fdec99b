using Microsoft.Extensions.Localization;
using Weave.Members;
using Weave.Notifications;
using Weave.Rooms;

namespace Weave.Telegram;

/// <summary>The one message of a room as it stands, for somebody who takes part from their chat.</summary>
internal sealed class RoomLiveText(IGrainFactory grains, Words words, RoomPeopleText people, RoomClockText clock, RoomTypingText typing, RoomLiveButtons buttons, RoomPeopleCard everybody, RoomAfterCard after, IStringLocalizer<RoomIcebreakers> icebreakers, TimeProvider time)
{
    private const int MessagesShown = 8;
    private const int TalkLength = 1000;
    private const int RoomMessagesShown = 5;
    private const int RoomTalkLength = 500;
    private const int LargeTable = 4;
    private const int QuestionsShown = 3;
    private const int HandsShown = 5;
    private const int WhispersShown = 3;
    private const int NoteLength = 600;
    private static readonly TimeSpan NoticeShown = TimeSpan.FromMinutes(10);

    /// <summary>Null when what was told is overtaken.</summary>
    public async Task<BotMessage?> Word(RoomNow now, long chat, Member reader)
    {
        var live = await grains.GetGrain<ITelegramChatGrain>(chat).Live();
        if (live is not null && live.Room != now.Room)
            live = null;
        BotMessage said;
        try
        {
            var snapshot = await grains.GetGrain<IRoomGrain>(now.Room).Snapshot(reader.Id);
            if (snapshot.Step > now.Step)
                return null;
            said = await Say(Named(snapshot), live, reader) with { Live = new(now.Room, null, now.Rings ? now.Step : live?.Step ?? -1) };
        }
        catch (Refused refused) when (refused.Reason == Refusal.NotInTheRoom)
        {
            // Said in place of the room, or not at all: they have left, and gone elsewhere perhaps.
            if (live?.Message is null)
                return null;
            said = await Gone(now.Room, reader) with { Live = live };
        }
        // A step rings once.
        return live is null || (now.Rings && live.Step < now.Step) ? said : said with { Edit = live.Message };
    }

    /// <summary>Who is not shown to the reader, or is no longer known, is somebody.</summary>
    private RoomSnapshot Named(RoomSnapshot now) => now with
    {
        Participants = [.. now.Participants.Select(who => who.Name.Length > 0 ? who : who with { Name = words.Plain("Room.Somebody") })],
    };

    private async Task<BotMessage> Say(RoomSnapshot now, LiveMessage? live, Member reader)
    {
        if (now.Phase == RoomPhase.Closed)
            return await after.Card(now.Room, reader.Id);
        if (RoomPeopleCard.Shows(live?.People, now))
        {
            var card = everybody.Card(live!.People!, now);
            return card with { Text = string.Join("\n\n", new[] { Notice(now), clock.Countdown(now), card.Text, Whispers(now) }.Where(part => part.Length > 0)) };
        }
        var typed = live?.Typing;
        var met = now.Phase == RoomPhase.Break ? (await grains.GetGrain<IRoomGrain>(now.Room).Page(reader.Id)).Met : [];
        string Text(RoomSnapshot shown) => string.Join("\n\n", Parts(shown, met, typed, reader).Prepend(Muted(shown)).Prepend(clock.Countdown(shown)).Prepend(Notice(shown)).Append(typing.Say(typed, shown)).Where(part => part.Length > 0));
        return new()
        {
            Text = Text(now) is var text && Html.Length(text) <= Sender.LongestText ? text : Text(now with { RoomMessages = [] }),
            Buttons = [.. typing.Buttons(typed, now), .. buttons.Of(now, met)],
        };
    }

    private IEnumerable<string> Parts(RoomSnapshot now, IReadOnlyList<Participant> met, LiveTyping? typed, Member reader) => now.Phase switch
    {
        RoomPhase.Lobby => [Head(now, words.Html("Room.Lobby")), words.Html(now.Plan.SpeakerTime is null ? "Room.LobbyNext" : "Room.LobbyNextStage", words.Time(now.Plan.StartsAt, reader.Profile), Here(now), now.Plan.SpeakerTime?.TotalSeconds ?? 0), RoomChat(now)],
        RoomPhase.Introductions => [.. Stage(now, typed), clock.Next(now, reader), Questions(now), Whispers(now)],
        RoomPhase.OpenFloor => [.. OpenFloor(now, typed, reader), RoomChat(now), Whispers(now)],
        RoomPhase.Round => Table(now, reader),
        RoomPhase.Break => [Head(now, words.Html("Room.Break")), Met(now, met), RoomChat(now), Questions(now), Whispers(now), words.Html(AfterBreak(now), now.Round + 1, now.Plan.Rounds)],
        _ => [Head(now, "")],
    };

    private static string AfterBreak(RoomSnapshot now) =>
        now.Round < now.Plan.Rounds ? "Room.BreakNext" : now.Plan.FloorTime is not null && !now.FloorHeld ? "Room.BreakFloor" : "Room.BreakEnd";

    private static string Head(RoomSnapshot now, string phase) => $"<b>{Html.Escape(now.Plan.Title)}</b>\n{phase}";

    /// <summary>What was last said to everybody, while it is new.</summary>
    private string Notice(RoomSnapshot now) =>
        now.House.Notice is { } notice && time.GetUtcNow() - notice.At < NoticeShown ? $"📣 <b>{Html.Escape(notice.Text)}</b>" : "";

    private string Muted(RoomSnapshot now) => now.Muted ? words.Html("Room.Muted") : "";

    /// <summary>What was written to the reader alone.</summary>
    private static string Whispers(RoomSnapshot now) =>
        string.Join('\n', now.Whispers.TakeLast(WhispersShown).Select(whisper => $"✉️ <b>{Html.Escape(now.Participants[whisper.From].Name)}:</b> {Html.Escape(Line(whisper.Text))}"));

    private static string Line(string text) => text.ReplaceLineEndings(" ");

    /// <summary>The last that was said, the newest in any case and each whole.</summary>
    private string Lines(IReadOnlyList<RoomMessage> messages, int most, int longest, RoomSnapshot now)
    {
        var (count, length) = (0, 0);
        while (count < Math.Min(most, messages.Count) && ((length += messages[^(count + 1)].Text.Length) <= longest || count == 0))
            count++;
        return string.Concat(messages.TakeLast(count).Select(message => $"\n{Said(message, now)}"));
    }

    /// <summary>What everybody has said to everybody.</summary>
    private string RoomChat(RoomSnapshot now) => $"{words.Html(now.Muted ? "Room.ChatRoomOnly" : "Room.ChatRoom")}{Lines(now.RoomMessages, RoomMessagesShown, RoomTalkLength, now)}";

    private static int Here(RoomSnapshot now) => now.Participants.Count(one => one.Presence != Presence.Left);

    private IEnumerable<string> Stage(RoomSnapshot now, LiveTyping? typed)
    {
        yield return Head(now, words.Html("Room.Introductions"));
        if (now.Stage is not [var speaker, ..])
            yield break;
        if (speaker == now.Me)
            yield return $"{words.Html(RoomTypingText.SpeaksToAll(typed, now) ? "Room.YourTurn" : "Room.YourTurnOnly")}{clock.Seconds(now)}";
        yield return people.Card(now.Participants[speaker], now, brief: false);
        yield return RoomChat(now);
        var waiting = now.Stage.Skip(1).ToList();
        if (waiting.Count > 0)
            yield return words.Html("Room.OnStageNext", CardText.Row(waiting.Take(3).Select(number => now.Participants[number].Name)));
        yield return waiting is [var next, ..] && next == now.Me && !now.Muted ? words.Html("Room.YouAreNext") : now.Passed ? words.Html("Room.Passed") : Place(now);
    }

    /// <summary>How many come before the reader has the stage, or the floor, and they.</summary>
    private string Place(RoomSnapshot now) => now.Stage.ToList().IndexOf(now.Me) is > 0 and var place ? words.Html("Room.YourPlace", place) : "";

    private IEnumerable<string> OpenFloor(RoomSnapshot now, LiveTyping? typed, Member reader)
    {
        yield return Head(now, words.Html("Room.Floor"));
        yield return clock.Lines(now, reader);
        yield return now.Stage switch
        {
            [] => words.Html("Room.FloorFree"),
            _ when now.IsMyTurn() => words.Html(RoomTypingText.SpeaksToAll(typed, now) ? "Room.FloorMine" : "Room.FloorMineOnly"),
            [var speaker, ..] => words.Html("Room.FloorTaken", now.Participants[speaker].Name),
        };
        if (now.Stage.Count > 1)
            yield return words.Html("Room.Hands", CardText.Row(now.Stage.Skip(1).Take(HandsShown).Select(number => now.Participants[number].Name)));
        yield return Place(now);
        yield return Questions(now);
    }

    private string Questions(RoomSnapshot now) => Open(now).Select(question => $"▲ {question.Votes} · {Html.Escape(question.Text)}").ToList() is { Count: > 0 } asked
        ? $"{words.Html("Room.Questions")}\n{string.Join('\n', asked)}" : "";

    /// <summary>The questions a chat shows: the most important ones that wait for an answer.</summary>
    public static IEnumerable<RoomQuestion> Open(RoomSnapshot now) =>
        now.Questions.Where(question => question.Standing == QuestionStanding.Open).OrderByDescending(question => question.Votes).Take(QuestionsShown);

    private IEnumerable<string> Table(RoomSnapshot now, Member reader)
    {
        var table = now.TableOf(now.Me);
        yield return Head(now, words.Html(table > 0 ? "Room.Round" : now.House.Unseated.Contains(now.Me) ? "Room.RoundLeads" : "Room.RoundNoTable", now.Round, Math.Max(now.Round, now.Plan.Rounds), table));
        yield return clock.Lines(now, reader);
        if (table == 0)
        {
            yield return RoomChat(now);
            yield break;
        }
        var mates = now.Tables[table - 1].Where(number => number != now.Me).ToList();
        yield return mates.Count == 0 ? words.Html("Room.AloneAtTable") : string.Join("\n\n", mates.Select(number => people.Card(now.Participants[number], now, brief: mates.Count > LargeTable)));
        yield return words.Html("Room.ToBegin", ToBegin(now, table));
        if (now.Talk is { Note: { Length: > 0 } note })
            yield return $"{words.Html("Room.Notes")}\n{Html.Escape(note.Length <= NoteLength ? note : $"…{note[^(NoteLength - 1)..]}")}";
        yield return string.Join('\n', Asked(now, table));
        yield return $"{words.Html(now.Muted ? "Room.ChatOnly" : "Room.Chat")}{Lines(now.Messages, MessagesShown, TalkLength, now)}";
    }

    /// <summary>What the table has asked of the organizers.</summary>
    private IEnumerable<string> Asked(RoomSnapshot now, int table)
    {
        if (now.Calls.FirstOrDefault(call => call.Table == table) is { } call)
            yield return call.Coming is { } organizer ? words.Html("Room.HelpComing", now.Participants[organizer].Name) : words.Html("Room.HelpAsked");
        if (now.House.Asking.Contains(table))
            yield return words.Html("Room.TimeAsked");
    }

    /// <summary>The question of the table, the same as browsers show.</summary>
    private string ToBegin(RoomSnapshot now, int table)
    {
        var at = (now.Round * 5) + table + (now.Talk?.Turn ?? 0);
        return now.Plan.Icebreakers is { IsDefaultOrEmpty: false } own ? own[at % own.Length] : icebreakers[$"Q{(at % RoomIcebreakers.Count) + 1}"].Value;
    }

    private string Said(RoomMessage message, RoomSnapshot now) =>
        $"<b>{(message.From == now.Me ? words.Html("Room.Me") : Html.Escape(now.Participants[message.From].Name))}:</b> {Html.Escape(Line(message.Text))}";

    /// <summary>Whom they have sat with; those of the last table come last.</summary>
    private string Met(RoomSnapshot now, IReadOnlyList<Participant> met) =>
        met.Count == 0 ? "" : words.Html("Room.Met") + string.Concat(met.Select(who => $"\n{RoomPeopleText.Name(who, now)}"));

    private async Task<BotMessage> Gone(Guid id, Member reader)
    {
        var page = await grains.GetGrain<IRoomGrain>(id).Page(reader.Id);
        if (page is { Phase: RoomPhase.Closed, Joined: true })
            return await after.Card(id, reader.Id);
        var title = $"<b>{Html.Escape(page.Plan.Title)}</b>\n";
        return page.TakenOut
            ? new BotMessage { Text = title + words.Html("Room.TakenOut") }
            : new BotMessage { Text = title + words.Html("Room.Left"), Buttons = buttons.Back(id) };
    }
}
