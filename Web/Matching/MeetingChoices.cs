namespace Weave.Matching;

/// <summary>What a reader may agree to: pages, mail and the bot offer the same.</summary>
internal static class MeetingChoices
{
    /// <summary>The times that partners propose, without those the reader has proposed as well. What two partners propose alike is one choice.</summary>
    public static IEnumerable<(MeetingOffer Offer, DateTimeOffset At)> Choices(this Match match, Guid reader)
    {
        var mine = match.Arrangement.Offers.GetValueOrDefault(reader);
        return match.Partners.Select(partner => match.Arrangement.Offers.GetValueOrDefault(partner.Card.Id)).OfType<MeetingOffer>()
            .SelectMany(offer => offer.Times.Select(at => (Offer: offer, At: at)))
            .Where(choice => !(mine?.SameWay(choice.Offer) == true && mine.Times.Contains(choice.At)))
            .DistinctBy(choice => (choice.At, choice.Offer.Mode, choice.Offer.Place));
    }
}
