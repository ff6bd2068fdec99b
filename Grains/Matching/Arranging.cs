using System.Collections.Immutable;

namespace Weave.Matching;

/// <summary>
/// How partners come to a meeting. Each says what would suit them; the meeting is agreed the moment all say the same way to meet and share a time, the earliest
/// of these. So two who propose at once either have agreed or see each other's offer, and three agree only when all three do. Pure: offers and times are checked
/// before, by <see cref="OfferRules"/>.
/// </summary>
internal static class Arranging
{
    /// <summary>As it stands at a moment: times that have passed suit nobody.</summary>
    public static Arrangement Upcoming(this Arrangement now, DateTimeOffset moment) => now.Offers.Values.Any(offer => offer.Times.Any(time => time <= moment))
        ? now with { Offers = now.Offers.ToImmutableDictionary(entry => entry.Key, entry => entry.Value with { Times = [.. entry.Value.Times.Where(time => time > moment)] }) }
        : now;

    /// <summary>Puts an offer in place of the partner's earlier one.</summary>
    public static Arrangement Propose(this Arrangement now, IReadOnlyCollection<Guid> partners, Guid by, MeetingOffer offer)
    {
        if (offer.SameAs(now.Offers.GetValueOrDefault(by)))
            return now;
        var made = now.Made + 1;
        return (now with { Made = made, Offers = now.Offers.SetItem(by, offer with { Number = made }) }).Settle(partners, by);
    }

    /// <summary>
    /// Takes over one time of somebody else's offer. It is added to one's own times, so that a third partner has the choice; a different way to meet replaces
    /// what one had proposed. Null when that offer is not made any more.
    /// </summary>
    public static Arrangement? Agree(this Arrangement now, IReadOnlyCollection<Guid> partners, Guid by, int offer, DateTimeOffset at)
    {
        var (owner, theirs) = now.Offers.FirstOrDefault(entry => entry.Value.Number == offer);
        if (theirs is null || owner == by || !theirs.Times.Contains(at))
            return now.Agreed?.At == at ? now : null;
        var mine = now.Offers.GetValueOrDefault(by) is { } earlier && earlier.SameWay(theirs) ? earlier : theirs with { Times = [] };
        return now.Propose(partners, by, mine with { Place = theirs.Place.Length > 0 ? theirs.Place : mine.Place, Times = mine.Times.With(at) });
    }

    /// <summary>Calls off what is agreed, and with it all offers to change it; else takes back one's own offer.</summary>
    public static Arrangement CallOff(this Arrangement now, Guid by) => now.Agreed is null
        ? now.Offers.ContainsKey(by) ? now with { Offers = now.Offers.Remove(by) } : now
        : now with { Agreed = null, CalledOff = now.Agreed, Sequence = now.Sequence + 1, Offers = now.Offers.Clear() };

    /// <summary>One of three has gone: the others may be agreed without them. Of two, nothing is left to arrange.</summary>
    /// <param name="partners">Those who remain.</param>
    public static Arrangement Without(this Arrangement now, IReadOnlyCollection<Guid> partners, Guid gone) => partners.Count < 2
        ? now.CallOff(gone) with { Offers = now.Offers.Clear() }
        : (now with { Offers = now.Offers.Remove(gone) }).Settle(partners, gone);

    private static Arrangement Settle(this Arrangement now, IReadOnlyCollection<Guid> partners, Guid by)
    {
        List<MeetingOffer> offers = [.. partners.Select(partner => now.Offers.GetValueOrDefault(partner)).OfType<MeetingOffer>()];
        if (offers.Count < partners.Count || !offers.TrueForAll(offer => offer.SameWay(offers[0])))
            return now;
        DateTimeOffset[] common = [.. offers[0].Times.Where(time => offers.TrueForAll(offer => offer.Times.Contains(time)))];
        if (common.Length == 0)
            return now;
        // Of several links for the call, that of who spoke last is taken.
        var place = now.Offers.GetValueOrDefault(by) is { Place.Length: > 0 } last ? last.Place : offers.Find(offer => offer.Place.Length > 0)?.Place ?? "";
        var meeting = new Meeting(offers[0].Mode, place, common.Min());
        return now with
        {
            Offers = now.Offers.Clear(),
            Agreed = meeting,
            CalledOff = null,
            Sequence = meeting == now.Agreed ? now.Sequence : now.Sequence + 1,
        };
    }

    /// <summary>With a time more; the latest ones give way when there would be too many.</summary>
    private static ImmutableArray<DateTimeOffset> With(this ImmutableArray<DateTimeOffset> times, DateTimeOffset at) =>
        [.. times.Where(time => time != at).Take(MeetingOffer.MaxTimes - 1).Append(at).Order()];
}
