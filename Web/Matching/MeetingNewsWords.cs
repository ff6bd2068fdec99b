using Weave.Notifications;

namespace Weave.Matching;

/// <summary>Words the notices about a conversation, in the current language, as things stand now. Mail and the bot add how to answer.</summary>
internal sealed class MeetingNewsWords(MeetingWords words, CalendarEntries calendar)
{
    /// <summary>The match a notice of these is about; null for all other notices.</summary>
    public static MatchId? About(Notice notice) => notice switch
    {
        MeetingProposed proposed => proposed.Match,
        MeetingAgreed agreed => agreed.Match,
        MeetingCalledOff off => off.Match,
        MeetingSoon soon => soon.Match,
        MeetingCheck check => check.Match,
        FeedbackAsked asked => asked.Match,
        PartnerWaits waits => waits.Match,
        PartnerSilent silent => silent.Match,
        MatchOver over => over.Match,
        PartnerLeft left => left.Match,
        _ => null,
    };

    /// <summary>What to say to <paramref name="reader"/>; null when it is overtaken by what has happened since.</summary>
    public MeetingNews? Say(Notice notice, Match match, Guid reader, Func<DateTimeOffset, string> say) => notice switch
    {
        MatchOver => Over(match),
        _ when match.Ended => null,
        MeetingProposed proposed => Proposed(proposed, match, reader, say),
        MeetingAgreed agreed when match.Arrangement is { Agreed: { } meeting } now && now.Sequence == agreed.Sequence =>
            new(words["AgreedTitle", say(meeting.At), words.Way(meeting.Mode, meeting.Place)], Join(words["AgreedText", words.Names(match)], Call(match)), calendar.Of(match)),
        MeetingCalledOff off when match.Arrangement is { CalledOff: { } meeting } now && now.Sequence == off.Sequence =>
            new(words["CalledOffTitle", NameOf(off.Partner, match)], words["CalledOffText", say(meeting.At)], calendar.Of(match)),
        MeetingSoon soon when match.Arrangement is { Agreed: { } meeting } now && now.Sequence == soon.Sequence =>
            new(words["SoonTitle", words.Names(match), say(meeting.At)], meeting.Mode == MeetingMode.Online ? Call(match) : words.Way(meeting.Mode, meeting.Place)),
        MeetingCheck when match.Outcome is MatchOutcome.None or MatchOutcome.Agreed => new(words["CheckTitle", words.Names(match)], words["CheckText"]),
        FeedbackAsked when match.Feedback.Useful == 0 => new(words["FeedbackTitle", words.Names(match)], words["FeedbackText"]),
        PartnerWaits when match.Arrangement.Agreed is null =>
            new(words["WaitsTitle", words.Names(match)], Join([.. words.Offers(match, reader, say), words["WaitsText"]])),
        PartnerSilent when match.CanFindAnother => new(words["SilentTitle", words.Names(match)], words["SilentText"]),
        PartnerLeft => new(words["LeftTitle", match.Community], words["LeftText", words.Names(match)]),
        _ => null,
    };

    private MeetingNews? Proposed(MeetingProposed proposed, Match match, Guid reader, Func<DateTimeOffset, string> say) =>
        match.Arrangement.Offers.ContainsKey(proposed.Partner) && match.Partners.Any(partner => partner.Card.Id == proposed.Partner)
            ? new(words["ProposedTitle", NameOf(proposed.Partner, match)], Join(words.Offers(match, reader, say)))
            : null;

    private MeetingNews Over(Match match) => new(
        words["OverTitle", match.Community],
        match.Waiting ? words["OverWaiting"] : match.CanFindAnother ? words["OverChoice"] : words["OverNext"],
        match.Arrangement.CalledOff is null ? null : calendar.Of(match));

    private string Call(Match match) => match.Arrangement.Agreed is not { Mode: MeetingMode.Online } ? ""
        : MeetingWords.CallLink(match) is { } link ? words["CallAt", link] : words["OwnCall"];

    private static string NameOf(Guid member, Match match) => match.Partners.FirstOrDefault(partner => partner.Card.Id == member)?.Card.Profile.Name ?? "";

    private static string Join(params IEnumerable<string> sentences) => string.Join('\n', sentences.Where(sentence => sentence.Length > 0));
}
