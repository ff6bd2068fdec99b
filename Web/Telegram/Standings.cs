using System.Globalization;
using Microsoft.Extensions.Localization;
using Weave.Communities;
using Weave.Matching;
using Weave.Members;

namespace Weave.Telegram;

/// <summary>How somebody takes part in a community's rounds: asked or counted in, a pause and its end, what becomes of the odd one. One message that changes in place.</summary>
internal sealed class Standings(IGrainFactory grains, Words words, IStringLocalizer<StandingTexts> texts, TimeProvider time)
{
    private const int DaysShown = 8;
    private const int LastPage = 6;
    private const string DayFormat = "yyyyMMdd";
    private static readonly int[] Weeks = [1, 2, 4];

    /// <summary>The screen of the only community, or the choice of one; for <c>/pause</c>.</summary>
    public async Task List(Turn turn)
    {
        var mine = (await grains.GetGrain<IMemberGrain>(turn.Me.Id).Communities()).Where(one => one.Status >= MembershipStatus.Member).ToList();
        if (mine is [var only])
            await Show(turn, only.Slug);
        else if (mine.Count == 0)
            turn.Show(new BotMessage { Text = Html.Escape(texts["BotNone"]), Buttons = [[new BotButton(texts["BotFind"], new Press(PressVerb.Communities, '0'))]] });
        else
            turn.Show(new BotMessage
            {
                Text = Html.Escape(texts["BotWhere"]),
                Buttons = [.. mine.Select(one => (BotButton[])[new BotButton(one.Name, new Press(PressVerb.Standing, Subject: one.Slug))])],
            });
    }

    public async Task Show(Turn turn, string slug) => turn.Show(await Screen(turn.Me, slug));

    /// <summary>All buttons of these screens, however old.</summary>
    public Task Pressed(Turn turn, Press press) => press.Verb switch
    {
        PressVerb.Standing => Show(turn, press.Subject),
        PressVerb.Stand when press.Is<StandingChoice>(out var choice) => Do(turn, press.Subject, standing => standing.Choose(turn.Me.Id, choice)),
        PressVerb.PauseWeeks when char.IsAsciiDigit(press.Choice) && press.Choice != '0' =>
            Do(turn, press.Subject, standing => standing.Pause(turn.Me.Id, Days.InWeeks(press.Choice - '0', time.GetUtcNow(), Zone(turn.Me)))),
        PressVerb.PauseDays => PickDay(turn, press),
        PressVerb.PauseUntil => PauseUntil(turn, press),
        PressVerb.Resume => Do(turn, press.Subject, standing => standing.Resume(turn.Me.Id), texts["Resumed"]),
        PressVerb.OddOne => Odd(turn, press),
        PressVerb.Host => Host(turn, press),
        _ => Task.CompletedTask,
    };

    private async Task Do(Turn turn, string slug, Func<IStandingGrain, Task> what, string? toast = null)
    {
        await what(Grain(slug));
        turn.Toast = toast ?? texts["ToastSaved"];
        await Show(turn, slug);
    }

    private async Task<BotMessage> Screen(Member me, string slug)
    {
        var (community, standing) = (await grains.GetGrain<ICommunityGrain>(slug).Get(me.Id), await Grain(slug).Get(me.Id));
        List<string> lines = [Html.Escape(standing.PausedUntil is { } until ? texts["YouPaused", Day(until, me)] : texts[$"You{standing.Choice}"])];
        if (community.NextRound is { } next)
            lines.Add(words.Timed(texts["BotNext", Words.Mark(next.Opens)], me.Profile));
        return new BotMessage
        {
            Text = $"{Title("BotScreen", community)}\n\n{string.Join('\n', lines)}",
            Buttons = [.. standing.PausedUntil is null ? Choices(standing, slug) : [[new BotButton(texts["Resume"], new Press(PressVerb.Resume, Subject: slug))]],
                [new BotButton(texts["BotDate"], new Press(PressVerb.PauseDays, '0', slug))],
                [new BotButton(texts["BotOdd"], new Press(PressVerb.OddOne, '?', slug))]],
        };
    }

    private BotButton[][] Choices(Standing standing, string slug) =>
    [
        .. Enum.GetValues<StandingChoice>().Select(choice => (BotButton[])[new BotButton(
            Marked(texts[choice.ToString()], standing.Choice == choice), new Press(PressVerb.Stand, (char)('0' + (int)choice), slug))]),
        [.. Weeks.Select(weeks => new BotButton(texts[$"BotPause{weeks}"], new Press(PressVerb.PauseWeeks, (char)('0' + weeks), slug)))],
    ];

    /// <summary>Days to choose from: each of the next week, then a week apart.</summary>
    private async Task PickDay(Turn turn, Press press)
    {
        var (slug, page, today) = (press.Subject, Math.Clamp(press.Choice - '0', 0, LastPage), Zone(turn.Me).Day(time.GetUtcNow()));
        var community = await grains.GetGrain<ICommunityGrain>(slug).Get(turn.Me.Id);
        var days = Enumerable.Range(1, DaysShown).Select(i => page == 0 ? today.AddDays(i) : today.AddDays(7 * (((page - 1) * DaysShown) + i + 1)));
        turn.Show(new BotMessage
        {
            Text = Title("BotPick", community),
            Buttons =
            [
                .. days.Select(day => new BotButton(Days.Say(day, today), new Press(PressVerb.PauseUntil, Subject: day.ToString(DayFormat, CultureInfo.InvariantCulture) + slug))).Chunk(2),
                [
                    page == 0 ? new BotButton(texts["BotBack"], new Press(PressVerb.Standing, Subject: slug))
                        : new BotButton(texts["BotEarlier"], new Press(PressVerb.PauseDays, (char)('0' + page - 1), slug)),
                    .. page < LastPage ? [new BotButton(texts["BotLater"], new Press(PressVerb.PauseDays, (char)('0' + page + 1), slug))] : (BotButton[])[],
                ],
            ],
        });
    }

    private async Task PauseUntil(Turn turn, Press press)
    {
        if (press.Subject.Length <= DayFormat.Length
            || !DateOnly.TryParseExact(press.Subject[..DayFormat.Length], DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return;
        await Do(turn, press.Subject[DayFormat.Length..], standing => standing.Pause(turn.Me.Id, LocalTime.In(Zone(turn.Me), day)));
    }

    private async Task Odd(Turn turn, Press press)
    {
        var (slug, me) = (press.Subject, turn.Me.Id);
        if (press.Choice == Press.Nothing)
            await Grain(slug).Wish(me, null);
        else if (press.Is<OddOne>(out var wish))
            await Grain(slug).Wish(me, wish);
        await ShowOdd(turn, slug);
    }

    private async Task Host(Turn turn, Press press)
    {
        await Grain(press.Subject).Host(turn.Me.Id, press.Choice == Press.Yes);
        await ShowOdd(turn, press.Subject);
    }

    private async Task ShowOdd(Turn turn, string slug)
    {
        var (community, standing) = (await grains.GetGrain<ICommunityGrain>(slug).Get(turn.Me.Id), await Grain(slug).Get(turn.Me.Id));
        BotButton Button(string text, OddOne? wish) =>
            new(Marked(texts[text], standing.OddOne == wish), new Press(PressVerb.OddOne, wish is null ? Press.Nothing : (char)('0' + (int)wish), slug));
        turn.Show(new BotMessage
        {
            Text = Title("BotOddAsk", community),
            Buttons =
            [
                [Button("OddCommunity", null)],
                .. Enum.GetValues<OddOne>().Select(wish => (BotButton[])[Button($"Odd{wish}", wish)]),
                .. community.Status == MembershipStatus.Organizer
                    ? [[new BotButton(Marked(texts["BotHostOn"], standing.Hosts), new Press(PressVerb.Host, standing.Hosts ? Press.No : Press.Yes, slug))]] : (BotButton[][])[],
                [new BotButton(texts["BotBack"], new Press(PressVerb.Standing, Subject: slug))],
            ],
        });
    }

    private IStandingGrain Grain(string slug) => grains.GetGrain<IStandingGrain>(slug);

    private string Title(string text, Community community) => string.Format(CultureInfo.CurrentCulture, Html.Escape(texts[text]), $"<b>{Html.Escape(community.Settings.Name)}</b>");

    private string Day(DateTimeOffset until, Member me) => Days.Say(until, time.GetUtcNow(), Zone(me));

    private static string Marked(string text, bool chosen) => chosen ? $"{text} ✓" : text;

    private static TimeZoneInfo Zone(Member me) => Days.Zone(me.Profile.TimeZone);
}
