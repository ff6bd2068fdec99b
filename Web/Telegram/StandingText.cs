using System.Globalization;
using Microsoft.Extensions.Localization;
using Weave.Communities;
using Weave.Matching;
using Weave.Members;
using Weave.Notifications;

namespace Weave.Telegram;

/// <summary>What a round says to those with a standing yes, to the paused, and to those who have been silent.</summary>
internal sealed class StandingText(IGrainFactory grains, IStringLocalizer<StandingTexts> texts, TimeProvider time)
{
    /// <summary>"You are in, as you asked": with a button to skip.</summary>
    public BotMessage In(MatchRound round, string community, Markup when) => new()
    {
        Text = Say("BotStanding", community, when),
        Buttons = [[new BotButton(texts["BotSkip"], Press.Answer(RoundAnswer.Out, round.Id))], Manage(round.Id.Community)],
    };

    public BotMessage Paused(MatchRound round, string community, DateTimeOffset until, Member reader) => new()
    {
        Text = Say("BotPausedRound", community, Days.Say(until, time.GetUtcNow(), Days.Zone(reader.Profile.TimeZone))),
        Buttons = [[new BotButton(texts["Resume"], new Press(PressVerb.Resume, Subject: round.Id.Community))]],
    };

    /// <summary>The way to change how one takes part.</summary>
    public BotButton[] Manage(string slug) => [new BotButton(texts["BotManage"], new Press(PressVerb.Standing, Subject: slug))];

    public string Reminder(string community, Markup when) => Say("BotReminder", community, when);

    public BotMessage Placed(RoundPlaced placed, string community, Markup when, bool canSkip) => new()
    {
        Text = Say(placed.In ? "BotPlacedIn" : "BotPlacedOut", community, when),
        Buttons = canSkip ? [[new BotButton(texts["BotSkip"], Press.Answer(RoundAnswer.Out, placed.Round))]] : [],
    };

    /// <summary>Null when they are in again, or have left.</summary>
    public async Task<BotMessage?> Ended(string slug, Member reader)
    {
        if ((await grains.GetGrain<IStandingGrain>(slug).Get(reader.Id)).Choice == StandingChoice.In)
            return null;
        return new BotMessage
        {
            Text = Say("BotEnded", (await grains.GetGrain<ICommunityGrain>(slug).Get(null)).Settings.Name),
            Buttons = [[new BotButton(texts["BotInAgain"], new Press(PressVerb.Stand, '1', slug))], [new BotButton(texts["BotAskOk"], new Press(PressVerb.Stand, '0', slug))]],
        };
    }

    private string Say(string text, string community, params object[] more) =>
        string.Format(CultureInfo.CurrentCulture, Html.Escape(texts[text]), [$"<b>{Html.Escape(community)}</b>", .. more.Select(one => one is Markup ? one : Html.Escape($"{one}"))]);
}
