using System.Globalization;
using Telegram.Bot.Types;
using Weave.Members;
using Weave.Rooms;

namespace Weave.Telegram;

/// <summary>Which topic a command, a pressed button or a typed text belongs to.</summary>
internal sealed class Topics(
    Start start, Questionnaire questionnaire, MyCard card, CommunityList communities, Rounds rounds, Meetings meetings, Standings standings, Approvals approvals, Preferences preferences,
    ContactList contacts, IntroductionNews introductions, OwnData data, BrowserSignIn signIn, RoomDoor rooms, RoomTyping typing, Words words)
{
    /// <summary>They have stopped the bot: from here they are in no room any more.</summary>
    public Task Gone(long chat, Guid member) => rooms.Gone(chat, member);

    public void Greet(Turn turn) => start.Greet(turn);

    public Task Answer(Turn turn, Update update) => update switch
    {
        { CallbackQuery: { } query } => Pressed(turn, query.Data),
        { Message: { Photo: { } photo } } => questionnaire.Photo(turn, photo),
        { Message.Text: ['/', ..] command } => Command(turn, command),
        { Message.Text: { } text } when Meetings.Awaits(turn) => meetings.Named(turn, text),
        { Message: { Text: { } text, Id: var message } } => Typed(turn, message, text, update.Id),
        { Message: not null } => preferences.OnlyWords(turn),
        _ => Task.CompletedTask,
    };

    /// <summary>Buttons live in chats for years: one that means nothing any more says so.</summary>
    private async Task Pressed(Turn turn, string? data)
    {
        Meetings.Forget(turn);
        if (Press.TryParse(data, out var press))
            await Answer(turn, press);
        if (turn.Replies.Count == 0)
            turn.Toast ??= words.Plain("OldButton");
    }

    /// <summary>In a room it is for the table; else it answers a question.</summary>
    private async Task Typed(Turn turn, int message, string text, int update)
    {
        if (!await typing.Says(turn, message, text, string.Create(CultureInfo.InvariantCulture, $"bot:{update}")))
            await questionnaire.Text(turn, text);
    }

    private Task Command(Turn turn, string text)
    {
        Meetings.Forget(turn);
        var (name, argument) = text.Split((char[])[' ', '\n'], 2, StringSplitOptions.TrimEntries) is [var first, var rest] ? (first, rest) : (text.Trim(), "");
        return name[1..].Split('@')[0].ToLowerInvariant() switch
        {
            "start" => start.Begin(turn, argument),
            "me" => card.Say(turn),
            "communities" => communities.List(turn, 0),
            "rounds" => rounds.List(turn),
            "rooms" => rooms.List(turn),
            "pause" => standings.List(turn),
            "language" => preferences.AskLanguage(turn),
            "web" => preferences.SendWebLink(turn),
            "contacts" => contacts.List(turn, 0),
            "export" => data.Export(turn),
            "forget" => data.AskToForget(turn),
            "help" => preferences.Help(turn),
            _ => preferences.Unknown(turn),
        };
    }

    private Task Answer(Turn turn, Press press) => press.Verb switch
    {
        PressVerb.Join => start.Join(turn),
        PressVerb.GoOn => questionnaire.GoOn(turn),
        PressVerb.Skip or PressVerb.Done or PressVerb.Change or PressVerb.Keep when press.Is<ProfileQuestion>(out var question) =>
            questionnaire.Pressed(turn, press.Verb, question),
        PressVerb.Keep => questionnaire.Drop(turn),
        PressVerb.Meets when press.Is<MeetingPreference>(out var meets) => questionnaire.Meets(turn, meets),
        PressVerb.Interest => questionnaire.Interest(turn, press),
        PressVerb.Language => questionnaire.Language(turn, press),
        PressVerb.LooksGood => start.Finish(turn),
        PressVerb.ChangeMenu => card.AskWhat(turn),
        PressVerb.Card => card.Say(turn),
        PressVerb.Communities => communities.List(turn, press.Choice - '0'),
        PressVerb.JoinCommunity => communities.Join(turn, press.Subject, press.Choice - '0'),
        PressVerb.Rounds => rounds.List(turn),
        PressVerb.Answer => rounds.Answer(turn, press),
        PressVerb.Outcome => rounds.Report(turn, press),
        PressVerb.Way or PressVerb.Place or PressVerb.Times or PressVerb.Time or PressVerb.Agree or PressVerb.CallOff or PressVerb.ShowMatch or PressVerb.Zone or PressVerb.Rate or PressVerb.Stance
            or PressVerb.FindAnother => meetings.Pressed(turn, press),
        PressVerb.Standing or PressVerb.Stand or PressVerb.PauseWeeks or PressVerb.PauseDays or PressVerb.PauseUntil or PressVerb.Resume or PressVerb.OddOne
            or PressVerb.Host => standings.Pressed(turn, press),
        PressVerb.Decide => approvals.Decide(turn, press),
        PressVerb.Introduce => introductions.Decide(turn, press),
        PressVerb.Speak => preferences.Speak(turn, press.Subject),
        PressVerb.Contacts => contacts.List(turn, press.Choice - '0'),
        PressVerb.Forget => data.Forget(turn, press),
        PressVerb.SignIn => signIn.Answer(turn, press),
        PressVerb.Room => rooms.Pressed(turn, press),
        PressVerb.Web => preferences.SendWebLink(turn),
        _ => Task.CompletedTask,
    };
}
