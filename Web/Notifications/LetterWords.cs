using Microsoft.Extensions.Localization;
using Weave.Communities;
using Weave.Matching;
using Weave.Members;
using Weave.Shell;
using static Weave.Notifications.LetterPart;

namespace Weave.Notifications;

/// <summary>The words of each notice by mail, in the current language.</summary>
internal sealed class LetterWords(IStringLocalizer<LetterTexts> texts, Reasons reasons, SiteAddress site, MailLinks links)
{
    public Letter SignIn(SignInMail signIn, LetterReader reader)
    {
        var minutes = Math.Max(1, (int)(signIn.Expires - reader.Now).TotalMinutes);
        return new(texts["SignInSubject"],
        [
            new Paragraph(texts["SignInText"]),
            new Button(texts["SignInDo"], signIn.Url),
            new Note(texts["SignInNote", minutes]),
        ]);
    }

    public Letter Invitation(RoundInvitation asked, Community community, LetterReader reader) => new(texts["InvitationSubject", community.Settings.Name],
    [
        new Paragraph(texts["InvitationText", community.Settings.Name]),
        new Button(texts["InvitationIn"], links.Page(new(MailVerb.In, asked.Round.ToString(), reader.Id, asked.Deadline))),
        new Button(texts["InvitationOut"], links.Page(new(MailVerb.Out, asked.Round.ToString(), reader.Id, asked.Deadline))),
        new Note(texts["InvitationNote", reader.Say(asked.Deadline)]),
        new Link(texts["InvitationDo"], site.Link($"/rounds/{asked.Round}")),
        TakingPart(community),
        new Link(texts["Stop", community.Settings.Name], links.Page(Stop(asked.Round.Community, reader))),
    ])
    {
        Unsubscribe = links.OneClick(Stop(asked.Round.Community, reader)),
    };

    public Letter Standing(RoundInvitation asked, Community community, LetterReader reader) => new(texts["StandingSubject", community.Settings.Name],
    [
        new Paragraph(texts["StandingText", community.Settings.Name]),
        new Button(texts["StandingDo"], links.Page(new(MailVerb.Out, asked.Round.ToString(), reader.Id, asked.Deadline))),
        new Note(texts["StandingNote", reader.Say(asked.Deadline)]),
        TakingPart(community),
        new Link(texts["Stop", community.Settings.Name], links.Page(Stop(asked.Round.Community, reader))),
    ])
    {
        Unsubscribe = links.OneClick(Stop(asked.Round.Community, reader)),
    };

    public Letter Reminder(RoundReminder reminder, Community community, LetterReader reader) => new(texts["ReminderSubject", community.Settings.Name],
    [
        new Paragraph(texts["ReminderText"]),
        new Button(texts["InvitationIn"], links.Page(new(MailVerb.In, reminder.Round.ToString(), reader.Id, reminder.Deadline))),
        new Button(texts["InvitationOut"], links.Page(new(MailVerb.Out, reminder.Round.ToString(), reader.Id, reminder.Deadline))),
        new Note(texts["ReminderNote", reader.Say(reminder.Deadline)]),
        TakingPart(community),
        new Link(texts["Stop", community.Settings.Name], links.Page(Stop(reminder.Round.Community, reader))),
    ])
    {
        Unsubscribe = links.OneClick(Stop(reminder.Round.Community, reader)),
    };

    public Letter Placed(RoundPlaced placed, Community community, MatchRound round, LetterReader reader) =>
        new(texts[placed.In ? "PlacedInSubject" : "PlacedOutSubject", community.Settings.Name],
        [
            new Paragraph(placed.In ? texts["PlacedInText", reader.Say(round.SendsAt ?? round.Deadline)] : texts["PlacedOutText"]),
            new Button(texts["PlacedDo"], site.Link($"/rounds/{placed.Round}")),
        ]);

    public Letter Ended(Community community) => new(texts["EndedSubject", community.Settings.Name],
    [
        new Paragraph(texts["EndedText"]),
        new Button(texts["EndedDo"], site.Link($"/c/{community.Slug}/taking-part")),
    ]);

    /// <summary>Good for longer than the round: people tidy their mailboxes late.</summary>
    private static MailAnswer Stop(string community, LetterReader reader) => new(MailVerb.Stop, community, reader.Id, reader.Now.AddDays(60));

    public Letter NoMatch(NoMatchThisTime none, Community community) => new(texts["NoMatchSubject", community.Settings.Name],
    [
        new Paragraph(texts["NoMatchText"]),
        new Link(community.Settings.Name, site.Link($"/c/{none.Round.Community}")),
    ]);

    public Letter Decided(MembershipDecided decided, Community community) => decided.Accepted
        ? new(texts["AcceptedSubject", community.Settings.Name],
        [
            new Paragraph(texts["AcceptedText"]),
            new Button(texts["AcceptedDo"], site.Link($"/c/{decided.Community}")),
        ])
        : new(texts["DeclinedSubject", community.Settings.Name],
        [
            new Paragraph(texts["DeclinedText"]),
            new Link(texts["DeclinedDo"], site.Link("/communities")),
        ]);

    public Letter Asked(Community community, MemberCard card) => new(texts["AskedSubject", card.Profile.Name, community.Settings.Name],
    [
        .. Card(card),
        new Button(texts["AskedDo"], site.Link($"/c/{community.Slug}/organize")),
    ]);

    public Letter Match(Match match, LetterReader reader)
    {
        var names = match.Partners.Select(partner => partner.Card.Profile.Name).ToList();
        return new(names.Count > 1 ? texts["MatchSubjectTrio", match.Community, names[0], names[1]] : texts["MatchSubject", match.Community, names[0]],
        [
            new Paragraph(names.Count > 1 ? texts["MatchTextTrio"] : texts["MatchText"]),
            .. match.Partners.SelectMany(partner => Partner(partner, reader)),
            new Button(texts["MatchDo"], MatchLink(match)),
            new Note(texts["MatchNote"]),
        ]);
    }

    /// <summary>Null when there is nothing to tell of: the partner is gone, or took back what they said.</summary>
    public Letter? Reported(PartnerReported reported, Match match)
    {
        if (match.Partners.FirstOrDefault(partner => partner.Card.Id == reported.Partner) is not { } partner || reported.Outcome == MatchOutcome.None)
            return null;
        var name = partner.Card.Profile.Name;
        return new(texts[$"Reported{reported.Outcome}Subject", name],
        [
            new Paragraph(texts[$"Reported{reported.Outcome}Text", name]),
            new Button(texts["ReportedDo"], MatchLink(match)),
        ]);
    }

    private Link TakingPart(Community community) => new(texts["StandingManage"], site.Link($"/c/{community.Slug}/taking-part"));

    private string MatchLink(Match match) => site.Link($"/matches/{match.Id}");

    private IEnumerable<LetterPart> Partner(MatchPartner partner, LetterReader reader)
    {
        foreach (var part in Card(partner.Card))
            yield return part;
        yield return new Field(texts["Why"], reasons.Say(partner.Reason, reader.Id, partner.Card.Profile.Name));
        if (partner.Telegram is { Username: { Length: > 0 } username })
            yield return new Link(texts["WriteTelegram"], $"https://t.me/{username}");
        if (partner.Email is { } address)
            yield return new Link(texts["WriteMail", address], $"mailto:{address}");
    }

    private IEnumerable<LetterPart> Card(MemberCard card)
    {
        yield return new Heading(card.Profile.Name);
        var lines = new[] { card.Profile.Headline, card.Profile.Company }.Where(line => line.Length > 0).ToList();
        if (lines.Count > 0)
            yield return new Paragraph(string.Join(" · ", lines));
        if (card.Profile.LooksFor.Length > 0)
            yield return new Field(texts["LooksFor"], card.Profile.LooksFor);
        if (card.Profile.Offers.Length > 0)
            yield return new Field(texts["Offers"], card.Profile.Offers);
    }
}
