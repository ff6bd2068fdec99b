using Weave.Rooms;

namespace Weave.Telegram;

/// <summary>The buttons under a room's message: what can be done in it now.</summary>
internal sealed class RoomLiveButtons(Words words, MiniApp app, RoomFillIn fillIn)
{
    private const int LongestName = 20;
    private const int LongestQuestion = 40;
    private const int MetShown = 5;

    /// <summary>The signs of <see cref="Reaction"/>, in its order.</summary>
    private static readonly string[] Reactions = ["👏", "❤️", "😄", "💡"];

    /// <param name="now">The room.</param>
    /// <param name="met">In a break: whom the reader sat with.</param>
    public IReadOnlyList<IReadOnlyList<BotButton>> Of(RoomSnapshot now, IReadOnlyList<Participant> met) => [.. Rows(now, met).Where(row => row.Length > 0)];

    /// <summary>A name as a button has room for it.</summary>
    public static string Short(string name) => Html.Short(name, LongestName);

    public BotButton[][] Back(Guid room) => [[new(words.Plain("Room.Back"), RoomPress.Of(RoomPress.JoinHere, room))]];

    private IEnumerable<BotButton[]> Rows(RoomSnapshot now, IReadOnlyList<Participant> met)
    {
        var table = now.TableOf(now.Me);
        if (table > 0 && now.Plan.VoiceAt(table) is { } voice)
            yield return [new(words.Plain("Room.Talk", table), Url: voice)];
        foreach (var row in Stage(now).Concat(Questions(now)))
            yield return row;
        if (table > 0)
        {
            var mates = now.Tables[table - 1].Where(number => number != now.Me).ToList();
            foreach (var number in mates.Where(number => !now.Participants[number].Hidden))
                yield return Give(now, number);
            if (mates.Count > 1 && HasContact(now) && mates.Any(number => !Given(now, number)))
                yield return [new(words.Plain("Room.GiveTable"), RoomPress.Of(RoomPress.GiveTable, now.Room))];
            if (mates.Exists(number => !now.Participants[number].Hidden && !Given(now, number)))
                yield return FillIn(now);
            yield return [new(words.Plain("Room.Turn"), RoomPress.Of(RoomPress.Turn, now.Room, now.Talk?.Turn ?? 0)), .. Writing(now, new(words.Plain("Room.Note"), RoomPress.Of(RoomPress.Note, now.Room, now.Round)))];
            yield return [Help(now, table), .. Time(now, table)];
        }
        var notYet = met.Where(who => !Given(now, who.Number)).TakeLast(MetShown).ToList();
        foreach (var who in notYet)
            yield return Give(now, who.Number);
        if (notYet.Count > 0)
            yield return FillIn(now);
        if (RoomPeopleCard.Offered(now))
            yield return [new(words.Plain("Room.ShowPeople"), RoomPress.Of(RoomPress.People, now.Room, 0))];
        yield return [.. app.Button(words.Plain("Room.Open"), $"/rooms/{now.Room:N}") is { } open ? (BotButton[])[open] : [], new(words.Plain("Room.Leave"), RoomPress.Of(RoomPress.Leave, now.Room))];
    }

    /// <summary>What one does while somebody is on the stage, or the floor is open.</summary>
    private IEnumerable<BotButton[]> Stage(RoomSnapshot now)
    {
        if (now.Stage is [var speaker, ..])
        {
            if (speaker == now.Me)
            {
                yield return [new(words.Plain("Room.Done"), RoomPress.Of(RoomPress.Next, now.Room, now.Step))];
            }
            else
            {
                if (!now.Participants[speaker].Hidden)
                    yield return [Wish(now, speaker), .. Writing(now, new(words.Plain("Room.Whisper"), RoomPress.Of(RoomPress.Whisper, now.Room, speaker)))];
                yield return [.. Reactions.Select((sign, i) => new BotButton(sign, RoomPress.Of(RoomPress.React, now.Room, i)))];
            }
        }
        if (now.Phase == RoomPhase.Introductions && (now.Passed || now.Stage.Skip(1).Contains(now.Me)))
            yield return [new(words.Plain(now.Passed ? "Room.Line" : "Room.Pass"), RoomPress.Of(RoomPress.Pass, now.Room, now.Passed ? 0 : 1))];
        if (now.Phase == RoomPhase.OpenFloor && (now.Stage is not [var floor, ..] || floor != now.Me))
            yield return [new(words.Plain(now.Stage.Contains(now.Me) ? "Room.HandDown" : "Room.Hand"), RoomPress.Of(RoomPress.Hand, now.Room, now.Stage.Contains(now.Me) ? 0 : 1))];
    }

    private IEnumerable<BotButton[]> Questions(RoomSnapshot now)
    {
        if (now.Phase is not (RoomPhase.Introductions or RoomPhase.OpenFloor or RoomPhase.Break))
            yield break;
        foreach (var question in RoomLiveText.Open(now).Where(question => question.From != now.Me))
            yield return [new($"{(question.Voted ? "✓ " : "")}▲ {question.Votes} · {Html.Short(question.Text, LongestQuestion)}", RoomPress.Of(question.Voted ? RoomPress.NotVote : RoomPress.Vote, now.Room, (int)question.Id))];
        if (Writing(now, new(words.Plain("Room.AskQuestion"), RoomPress.Of(RoomPress.Question, now.Room, now.Stage is [var asked, ..] && asked != now.Me ? asked : null))) is { Length: > 0 } ask)
            yield return ask;
    }

    /// <summary>What asks for words that would be refused is not offered.</summary>
    private static BotButton[] Writing(RoomSnapshot now, BotButton button) => now.Muted ? [] : [button];

    public BotButton Wish(RoomSnapshot now, int number) =>
        new(words.Plain(now.Wishes.Contains(number) ? "Room.Wished" : "Room.Wish", Name(now, number)), RoomPress.Of(now.Wishes.Contains(number) ? RoomPress.NotWish : RoomPress.Wish, now.Room, number));

    private BotButton Help(RoomSnapshot now, int table) => now.Calls.Any(call => call.Table == table)
        ? new(words.Plain("Room.NoHelp"), RoomPress.Of(RoomPress.Help, now.Room, 0)) : new(words.Plain("Room.Help"), RoomPress.Of(RoomPress.Help, now.Room, 1));

    private BotButton[] Time(RoomSnapshot now, int table) =>
        now.House.Asking.Contains(table) ? [] : [new(words.Plain("Room.Time"), RoomPress.Of(RoomPress.Time, now.Room, now.Step))];

    private static string Name(RoomSnapshot now, int number) => Short(now.Participants[number].Name);

    private BotButton[] Give(RoomSnapshot now, int number) => !Given(now, number) && !HasContact(now) ? []
        : [new(words.Plain(Given(now, number) ? "Room.Given" : "Room.Give", Name(now, number)), RoomPress.Of(RoomPress.Give, now.Room, number))];

    /// <summary>Where to fill in one's contact, for those who have none to give.</summary>
    private BotButton[] FillIn(RoomSnapshot now) => HasContact(now) ? [] : [fillIn.Button];

    private static bool HasContact(RoomSnapshot now) => RoomFillIn.HasContact(now.MyCard, now.MyFields);

    /// <summary>They have got something of the reader.</summary>
    public static bool Given(RoomSnapshot now, int number) => now.Given.Any(gift => gift.To == number);
}
