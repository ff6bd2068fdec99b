using Weave.Matching;
using Weave.Members;
using Weave.Notifications;
using Weave.Shell;
using static Weave.Telegram.MeetingPress;

namespace Weave.Telegram;

/// <summary>What is arranged within a match, and the buttons to go on with; always as things stand now.</summary>
internal sealed class MeetingText(IGrainFactory grains, MeetingWords meeting, MeetingNewsWords news, Words words, TimeProvider time)
{
    private const int Days = 5;
    private static readonly MatchOutcome[] Outcomes = [MatchOutcome.Agreed, MatchOutcome.Met, MatchOutcome.DidNotWorkOut];

    /// <summary>The lines under a partner's card.</summary>
    public IEnumerable<string> Lines(Match match, Member reader)
    {
        if (match.Ended)
        {
            yield return Html.Escape($"{meeting["Ended"]} {meeting[match.Waiting ? "OverWaiting" : match.CanFindAnother ? "OverChoice" : "OverNext"]}");
            yield break;
        }
        var isOver = match.Outcome is MatchOutcome.Met or MatchOutcome.DidNotWorkOut;
        if (match.Arrangement.Agreed is { } agreed && !isOver)
        {
            yield return $"<b>{words.Timed(meeting.Agreed(agreed, Words.Mark), reader.Profile)}</b>";
            if (agreed.Mode == MeetingMode.Online)
                yield return Html.Escape(MeetingWords.CallLink(match) is { } link ? meeting["CallAt", link] : meeting["OwnCall"]);
        }
        foreach (var line in isOver ? [] : meeting.Offers(match, reader.Id, Words.Mark))
            yield return words.Timed(line, reader.Profile);
        if (match.Feedback.Useful > 0)
            yield return Html.Escape(meeting["RateSaid", match.Feedback.Useful]);
        else if (IsRated(match))
            yield return Html.Escape(meeting["RateAsk"]);
    }

    /// <summary>All that can be done with the match now.</summary>
    public IEnumerable<IReadOnlyList<BotButton>> Buttons(Match match, Member reader)
    {
        foreach (var row in Arranging(match, reader))
            yield return row;
        foreach (var row in Reporting(match))
            yield return row;
        if (match.CanFindAnother)
            yield return [new BotButton(meeting["FindAnother"], FindAnother(sure: false, match.Id))];
        if (match.Partners.Count > 0)
            yield return [new BotButton($"{meeting["Private"]}…", Private(match.Id))];
    }

    /// <summary>How it went, and once they have met, how useful it was.</summary>
    public IEnumerable<IReadOnlyList<BotButton>> Reporting(Match match)
    {
        if (match.Ended)
            yield break;
        foreach (var outcome in Outcomes.Where(outcome => outcome != MatchOutcome.Agreed || (match.Open && match.Arrangement.Agreed is null)))
            yield return [new BotButton(words.Plain($"Button.{outcome}") + (match.Outcome == outcome ? " ✓" : ""), Press.Outcome(outcome, match.Id))];
        if (IsRated(match))
            yield return [.. Enumerable.Range(1, 5).Select(mark => new BotButton($"{mark}{(match.Feedback.Useful == mark ? " ✓" : "")}", Rate(mark, match.Id)))];
        if (match.Feedback.Useful > 0 && match.Partners is [var only])
            yield return [Choice(match, only, Stance.Again), Choice(match, only, Stance.RatherNot)];
    }

    /// <summary>Agreeing, proposing, moving, calling off.</summary>
    public IEnumerable<IReadOnlyList<BotButton>> Arranging(Match match, Member reader)
    {
        if (match is not { Open: true, Outcome: MatchOutcome.None or MatchOutcome.Agreed })
            yield break;
        var mine = match.Arrangement.Offers.GetValueOrDefault(reader.Id);
        foreach (var (offer, at) in match.Choices(reader.Id))
            yield return [new BotButton(meeting["Agree", $"{words.Short(at, reader.Profile)} · {meeting.Way(offer.Mode, offer.Place)}"], Agree(offer.Number, at, match.Id))];
        if (match.Arrangement.Agreed is not null)
        {
            yield return [new BotButton(meeting["Move"], Times(match.Id)), new BotButton(meeting["CallOff"], CallOff(sure: false, match.Id))];
            yield break;
        }
        yield return
        [
            new BotButton(meeting["OnlineChoice"] + (mine?.Mode == MeetingMode.Online ? " ✓" : ""), Way(MeetingMode.Online, match.Id)),
            .. match.City.Length > 0 || mine?.Mode == MeetingMode.InPerson
                ? (BotButton[])[new BotButton(meeting["InPersonChoice"] + (mine?.Mode == MeetingMode.InPerson ? " ✓" : ""), Way(MeetingMode.InPerson, match.Id))] : [],
        ];
        yield return [new BotButton(meeting["NamePlace"], MeetingPress.Place(match.Id))];
        yield return [new BotButton(meeting["PickTime"], Times(match.Id)), .. mine is null ? (BotButton[])[] : [new BotButton(meeting["TakeBack"], CallOff(sure: true, match.Id))]];
    }

    /// <summary>A few times to choose from, in the reader's zone.</summary>
    public BotMessage AskTimes(Match match, Member reader)
    {
        var mine = match.Arrangement.Offers.GetValueOrDefault(reader.Id);
        var slots = MeetingSlots.Next(time.GetUtcNow(), Zone(reader), MeetingSlots.ZonesOf(match), Days);
        return new BotMessage
        {
            Text = string.Join("\n\n",
                [$"<b>{Html.Escape(meeting.Names(match))}</b>", .. Lines(match, reader), Html.Escape($"{meeting["AskTimes"]} {meeting["ZoneIs", Words.IsZoneKnown(reader.Profile) ? reader.Profile.TimeZone : "UTC"]}")]),
            Buttons =
            [
                .. slots.Select(day => (BotButton[])[.. day.Select(at => mine?.Times.Contains(at) == true
                    ? new BotButton($"{Label(at, reader)} ✓", Time(chosen: false, at, match.Id))
                    : new BotButton(Label(at, reader), Time(chosen: true, at, match.Id)))]),
                .. Words.IsZoneKnown(reader.Profile) ? (BotButton[][])[] : [[new BotButton(meeting["ZoneChange"], AskZone(match.Id))]],
                [new BotButton(meeting["Done"], Show(match.Id))],
            ],
        };
    }

    /// <summary>Where one lives, by a city with the same clocks.</summary>
    public BotMessage AskWhere(MatchId match) => new()
    {
        Text = Html.Escape(meeting["ZoneAsk"]),
        Buttons =
        [
            .. meeting["ZoneCities"].Split(", ").Select((city, i) => new BotButton(city, MeetingPress.Zone(i, match))).Chunk(3),
            [new BotButton(meeting["Back"], Times(match))],
        ],
    };

    /// <summary>Where to meet, in the reader's own words.</summary>
    public BotMessage AskPlace(MatchId match) => new()
    {
        Text = Html.Escape(meeting["PlaceAsk"]),
        Buttons = [[new BotButton(meeting["Back"], Show(match))]],
    };

    /// <summary>"Have you called it off?" and the like: the question, what it means, yes and no.</summary>
    public BotMessage AskWhether(string question, string yes, Press press, MatchId match) => new()
    {
        Text = Html.Escape(question),
        Buttons = [[new BotButton(yes, press)], [new BotButton(meeting["Back"], Show(match))]],
    };

    /// <summary>What stays between the reader and Weave.</summary>
    public BotMessage AskPrivately(Match match) => new()
    {
        Text = $"<b>{Html.Escape(meeting["Private"])}</b>\n{Html.Escape(meeting["PrivateHint", meeting.Names(match)])}",
        Buttons =
        [
            .. match.Partners.SelectMany(partner => (BotButton[][])
            [
                [Choice(match, partner, Stance.Again), Choice(match, partner, Stance.RatherNot)],
                [new BotButton($"{meeting["Block"]}: {partner.Card.Profile.Name}", AskBlock(partner.Card.Id, match.Id))],
            ]),
            [new BotButton(meeting["Back"], Show(match.Id))],
        ],
    };

    /// <summary>A notice about a conversation; null when there is nothing to say any more.</summary>
    public async Task<BotMessage?> Word(Notice notice, MatchId id, Member reader)
    {
        var match = await grains.GetGrain<IMatchGrain>(id.ToString()).Get(reader.Id);
        return Languages.In(reader.Settings.Language, () => Word(notice, match, reader));
    }

    private BotMessage? Word(Notice notice, Match match, Member reader) => news.Say(notice, match, reader.Id, Words.Mark) is not { } said ? null : new BotMessage
    {
        Text = $"<b>{words.Timed(said.Title, reader.Profile)}</b>\n{words.Timed(said.Text, reader.Profile)}",
        Calendar = said.Calendar,
        Buttons = [.. notice switch
        {
            MeetingCheck => [.. Reporting(match), .. Another(match), [new BotButton(meeting["NotYet"], Show(match.Id))]],
            FeedbackAsked => Reporting(match),
            PartnerSilent => [.. Another(match), [new BotButton(meeting["WaitMore"], Show(match.Id))]],
            PartnerWaits => [.. Arranging(match, reader), [new BotButton(words.Plain("Button.DidNotWorkOut"), Press.Outcome(MatchOutcome.DidNotWorkOut, match.Id))]],
            MatchOver => Another(match),
            MeetingProposed or MeetingAgreed or MeetingCalledOff or PartnerLeft => Arranging(match, reader),
            _ => [],
        }],
    };

    private IEnumerable<IReadOnlyList<BotButton>> Another(Match match) =>
        match.CanFindAnother ? [[new BotButton(meeting["FindAnother"], FindAnother(sure: false, match.Id))]] : [];

    private BotButton Choice(Match match, MatchPartner partner, Stance stance) => partner.Stance == stance
        ? new($"{meeting[stance.ToString()]} ✓", Judge(Stance.None, partner.Card.Id, match.Id))
        : new(meeting[stance.ToString()], Judge(stance, partner.Card.Id, match.Id));

    private string Label(DateTimeOffset at, Member reader) =>
        Moments.Say(TimeZoneInfo.ConvertTime(at, Zone(reader)), TimeZoneInfo.ConvertTime(time.GetUtcNow(), Zone(reader)));

    private static TimeZoneInfo Zone(Member reader) => MeetingSlots.Zone(reader.Profile.TimeZone);

    private static bool IsRated(Match match) => !match.Ended && (match.Outcome == MatchOutcome.Met || match.Feedback.Useful > 0);
}
