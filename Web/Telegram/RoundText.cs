using Weave.Communities;
using Weave.Matching;
using Weave.Members;
using Weave.Notifications;

namespace Weave.Telegram;

/// <summary>A round's question and a match's card, always as things stand now.</summary>
internal sealed class RoundText(IGrainFactory grains, CardText cards, MeetingText meetings, Reasons reasons, Words words, StandingText standings, TimeProvider time)
{
    public async Task<BotMessage> Invitation(MatchRoundId id, Member reader) => Invitation(await Round(id, reader), await CommunityName(id.Community), reader);

    public async Task<BotMessage> Invitation(RoundInvitation invitation, Member reader)
    {
        var round = await Round(invitation.Round, reader);
        // A standing yes may be stored a moment after it is told.
        var known = invitation.Standing && round.Answer == RoundAnswer.None ? round with { Answer = RoundAnswer.In, Standing = true } : round;
        return Invitation(known, await CommunityName(invitation.Round.Community), reader);
    }

    public BotMessage Invitation(MatchRound round, string community, Member reader)
    {
        var when = words.Time(round.Deadline, reader.Profile);
        return round switch
        {
            { PausedUntil: { } until, Match: null } => standings.Paused(round, community, until, reader),
            _ when !TakesAnswers(round) => new BotMessage { Text = words.Html(round.Answer == RoundAnswer.In ? "RoundPaired" : "RoundOver", community) },
            { Answer: RoundAnswer.In, Standing: true } => standings.In(round, community, when),
            { Answer: RoundAnswer.In } => new BotMessage { Text = words.Html("RoundIn", community, when), Buttons = ChangeMind(round.Id) },
            { Answer: RoundAnswer.Out } => new BotMessage { Text = words.Html("RoundOut", community, when), Buttons = ChangeMind(round.Id) },
            _ => Question(round.Id, community, when),
        };
    }

    /// <summary>The question for those who have not answered; null when it is too late, or they have.</summary>
    public async Task<BotMessage?> Reminder(MatchRoundId id, Member reader)
    {
        var round = await Round(id, reader);
        return TakesAnswers(round) && round is { Answer: RoundAnswer.None, PausedUntil: null }
            ? Question(id, await CommunityName(id.Community), words.Time(round.Deadline, reader.Profile)) with { Text = standings.Reminder(await CommunityName(id.Community), words.Time(round.Deadline, reader.Profile)) }
            : null;
    }

    /// <summary>What an organizer has answered for the reader; null when they have answered otherwise since.</summary>
    public async Task<BotMessage?> Placed(RoundPlaced placed, Member reader)
    {
        var (round, community) = (await Round(placed.Round, reader), await CommunityName(placed.Round.Community));
        if ((round.Answer == RoundAnswer.In) != placed.In || round.Match is not null)
            return null;
        return standings.Placed(placed, community, words.Time(round.SendsAt ?? round.Deadline, reader.Profile), canSkip: placed.In && TakesAnswers(round));
    }

    /// <summary>The question once more, for somebody who has answered.</summary>
    public async Task<BotMessage> Question(MatchRoundId id, Member reader)
    {
        var (round, community) = (await Round(id, reader), await CommunityName(id.Community));
        return TakesAnswers(round) ? Question(id, community, words.Time(round.Deadline, reader.Profile)) : Invitation(round, community, reader);
    }

    /// <summary>The partner's card, why the two were put together, how to write, and what became of it.</summary>
    public async Task<BotMessage> Match(MatchId id, Member reader)
    {
        var match = await grains.GetGrain<IMatchGrain>(id.ToString()).Get(reader.Id);
        return new BotMessage
        {
            Text = string.Join("\n\n",
            [
                words.Html(match.Partners.Count == 1 ? "Partner" : "Partners", match.Community),
                .. match.Partners.Select(partner => Partner(partner, reader)),
                .. meetings.Lines(match, reader).ToList() is { Count: > 0 } lines ? (string[])[string.Join('\n', lines)] : [],
                .. Next(match) is { } next ? (string[])[words.Html(next)] : [],
            ]),
            Pictures = [.. match.Partners.Where(partner => partner.Card.Profile.Picture is not null).Select(partner => partner.Card.Id)],
            Buttons =
            [
                .. match.Partners.Where(partner => LinkTo(partner) is not null).Select(partner =>
                    (BotButton[])[new BotButton(words.Plain("WriteTo", partner.Card.Profile.Name), Url: LinkTo(partner))]),
                .. meetings.Buttons(match, reader),
            ],
        };
    }

    /// <summary>What a partner has said, with one's own buttons beneath.</summary>
    public async Task<BotMessage?> Reported(MatchId id, Guid partner, MatchOutcome outcome, Member reader)
    {
        var match = await grains.GetGrain<IMatchGrain>(id.ToString()).Get(reader.Id);
        if (outcome == MatchOutcome.None || match.Partners.FirstOrDefault(one => one.Card.Id == partner) is not { } who)
            return null;
        return new BotMessage
        {
            Text = words.Html($"Reported.{outcome}", who.Card.Profile.Name, match.Community),
            Buttons = [.. meetings.Reporting(match)],
        };
    }

    public async Task<BotMessage> NoMatch(MatchRoundId id) => new() { Text = words.Html("NoMatch", await CommunityName(id.Community)) };

    private bool TakesAnswers(MatchRound round) => round.Phase == MatchRoundPhase.Inviting && time.GetUtcNow() < round.Deadline;

    private static string? Next(Match match) => match switch
    {
        { Ended: true } => null,
        { Open: false } => "MatchClosed",
        { Outcome: not MatchOutcome.None } => $"Outcome.{match.Outcome}",
        { Arrangement: { Agreed: null, Offers.Count: 0 } } => "MatchNext",
        _ => null,
    };

    private string Partner(MatchPartner partner, Member reader)
    {
        var profile = partner.Card.Profile;
        List<string> lines = [cards.Of(profile, LinkTo(partner)), $"<i>{words.Html("Why")}</i> {Html.Escape(reasons.Say(partner.Reason, reader.Id, profile.Name))}"];
        if (partner.Email is { } email)
            lines.Add(words.Html("WriteMail", email));
        return string.Join('\n', lines);
    }

    private BotMessage Question(MatchRoundId id, string community, Markup when) => new()
    {
        Text = words.Html("RoundAsk", community, when),
        Buttons =
        [
            [new BotButton(words.Plain("Yes"), Press.Answer(RoundAnswer.In, id)), new BotButton(words.Plain("NotThisTime"), Press.Answer(RoundAnswer.Out, id))],
            standings.Manage(id.Community),
        ],
    };

    private BotButton[][] ChangeMind(MatchRoundId id) => [[new BotButton(words.Plain("ChangeMind"), Press.Answer(RoundAnswer.None, id))]];

    private Task<MatchRound> Round(MatchRoundId id, Member reader) => grains.GetGrain<IMatchRoundGrain>(id.ToString()).Get(reader.Id);

    private async Task<string> CommunityName(string slug) => (await grains.GetGrain<ICommunityGrain>(slug).Get(null)).Settings.Name;

    private static string? LinkTo(MatchPartner partner) => partner.Telegram switch
    {
        null => null,
        { Username: { } username } => $"https://t.me/{username}",
        var telegram => $"tg://user?id={telegram.UserId}",
    };
}
