using Weave.Matching;
using Weave.Shell;
using static Weave.Notifications.LetterPart;

namespace Weave.Notifications;

/// <summary>Letters about a conversation: what there is to tell, buttons that answer without a session, and the way to the page, where all else is said.</summary>
internal sealed class MeetingLetters(MeetingNewsWords news, MeetingWords words, MailLinks links, SiteAddress site)
{
    /// <summary>People tidy their mailboxes late.</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(60);

    /// <summary>Null when it is overtaken by what has happened since.</summary>
    public Letter? Write(Notice notice, Match match, LetterReader reader) => news.Say(notice, match, reader.Id, reader.Say) is not { } said ? null : new(said.Title,
    [
        new Paragraph(said.Text),
        .. notice switch
        {
            MeetingProposed or PartnerWaits => Choices(match, reader),
            MeetingCheck or FeedbackAsked when match.Outcome is MatchOutcome.None or MatchOutcome.Agreed =>
                [Answer("Met", MailVerb.Met, match.Id.ToString(), reader), Answer("DidNotWorkOut", MailVerb.DidNotWorkOut, match.Id.ToString(), reader)],
            _ => [],
        },
        new Link(words["Open"], site.Link($"/matches/{match.Id}")),
    ])
    {
        Calendar = said.Calendar,
    };

    private IEnumerable<LetterPart> Choices(Match match, LetterReader reader) =>
        match.Choices(reader.Id).Select(choice => new Button(
            words["Agree", $"{reader.Say(choice.At)} · {words.Way(choice.Offer.Mode, choice.Offer.Place)}"],
            links.Page(new(MailVerb.Agree, new TimeChosen(match.Id, choice.Offer.Number, choice.At).ToString(), reader.Id, choice.At))));

    private Button Answer(string text, MailVerb verb, string subject, LetterReader reader) =>
        new(words[text], links.Page(new(verb, subject, reader.Id, reader.Now + Lifetime)));
}
