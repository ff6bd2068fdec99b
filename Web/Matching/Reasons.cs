using Microsoft.Extensions.Localization;

namespace Weave.Matching;

/// <summary>Says why two members were put together, in the current language. Pages, mail and the bot use the same words.</summary>
public sealed class Reasons(IStringLocalizer<ReasonTexts> texts)
{
    private const int Sentences = 3;
    private const int Words = 3;

    /// <summary>One to three short sentences for <paramref name="reader"/>, who is one of the two, about the other one, called <paramref name="partner"/>.</summary>
    public string Say(MatchReason reason, Guid reader, string partner)
    {
        var (partnerOffers, readerOffers) = reader == reason.A
            ? (reason.BOffersWhatALooksFor, reason.AOffersWhatBLooksFor)
            : (reason.AOffersWhatBLooksFor, reason.BOffersWhatALooksFor);
        var said = new List<string>();
        if (reason.Repeat)
            said.Add(texts["Repeat"]);
        var (isWanted, isWho) = reader == reason.A ? (reason.BIsWhoAWantsToMeet, reason.AIsWhoBWantsToMeet) : (reason.AIsWhoBWantsToMeet, reason.BIsWhoAWantsToMeet);
        if (isWanted.Length > 0)
            said.Add(texts["Target", partner, List(isWanted)]);
        if (partnerOffers.Length > 0)
            said.Add(texts["PartnerOffers", partner, List(partnerOffers)]);
        if (readerOffers.Length > 0)
            said.Add(texts["YouOffer", partner, List(readerOffers)]);
        if (isWho.Length > 0)
            said.Add(texts["TargetOfPartner", partner]);
        if (reason.SharedInterests.Length > 0)
            said.Add(texts["Interests", List(reason.SharedInterests)]);
        if (reason.City is { } city)
            said.Add(texts["City", city]);
        return said.Count == 0 ? texts["None"] : string.Join(' ', said.Take(Sentences));
    }

    /// <summary>The same for somebody who is neither of the two.</summary>
    public string SayOfThem(MatchReason reason, string a, string b)
    {
        var said = new List<string>();
        if (reason.Repeat)
            said.Add(texts["TheyRepeat"]);
        if (reason.BIsWhoAWantsToMeet.Length > 0)
            said.Add(texts["TheyTarget", b, a]);
        if (reason.AIsWhoBWantsToMeet.Length > 0)
            said.Add(texts["TheyTarget", a, b]);
        if (reason.BOffersWhatALooksFor.Length > 0)
            said.Add(texts["TheyOffer", b, a, List(reason.BOffersWhatALooksFor)]);
        if (reason.AOffersWhatBLooksFor.Length > 0)
            said.Add(texts["TheyOffer", a, b, List(reason.AOffersWhatBLooksFor)]);
        if (reason.SharedInterests.Length > 0)
            said.Add(texts["TheyInterests", List(reason.SharedInterests)]);
        if (reason.City is { } city)
            said.Add(texts["TheyCity", city]);
        return said.Count == 0 ? texts["TheyNone"] : string.Join(' ', said.Take(Sentences));
    }

    private static string List(IEnumerable<string> words) => string.Join(", ", words.Take(Words));
}
