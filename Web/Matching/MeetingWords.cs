using Microsoft.Extensions.Localization;

namespace Weave.Matching;

/// <summary>Says what is proposed and agreed, in the current language. Pages, mail and the bot use the same words, and each says moments in the reader's zone.</summary>
public sealed class MeetingWords(IStringLocalizer<MeetingTexts> texts)
{
    public string this[string name, params object[] arguments] => texts[name, arguments];

    /// <summary>"online", "in person: Berlin".</summary>
    public string Way(MeetingMode mode, string place) => mode == MeetingMode.Online ? texts["Online"] : texts["InPerson", place];

    /// <summary>The way to meet, and the times where there are some: "online, Tue 10:00 or Wed 13:00".</summary>
    public string Offer(MeetingOffer offer, Func<DateTimeOffset, string> say)
    {
        var way = Way(offer.Mode, offer.Place);
        return offer.Times.Length == 0 ? way : $"{way}, {string.Join(texts["Or"], offer.Times.Select(say))}";
    }

    /// <summary>What each partner proposes, and what the reader does; a sentence each.</summary>
    public IEnumerable<string> Offers(Match match, Guid reader, Func<DateTimeOffset, string> say)
    {
        foreach (var partner in match.Partners)
            if (match.Arrangement.Offers.GetValueOrDefault(partner.Card.Id) is { } offer)
                yield return texts["Proposes", partner.Card.Profile.Name, Offer(offer, say)];
        if (match.Arrangement.Offers.GetValueOrDefault(reader) is { } mine)
            yield return texts["YouPropose", Offer(mine, say)];
    }

    /// <summary>When and how they meet.</summary>
    public string Agreed(Meeting meeting, Func<DateTimeOffset, string> say) => texts["YouMeet", say(meeting.At), Way(meeting.Mode, meeting.Place)];

    /// <summary>Where the call is; null for a meeting in person, and where the partners see to it themselves.</summary>
    public static string? CallLink(Match match) => match.Arrangement.Agreed is { Mode: MeetingMode.Online } meeting
        ? meeting.Place.Length > 0 ? meeting.Place : match.CallLink
        : null;

    /// <summary>The partners' names in a row.</summary>
    public string Names(Match match) => string.Join(texts["And"], match.Partners.Select(partner => partner.Card.Profile.Name));
}
