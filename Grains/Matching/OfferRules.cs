namespace Weave.Matching;

/// <summary>Which offers can be made.</summary>
internal static class OfferRules
{
    /// <summary>A meeting may take place after the round's end, but not any time.</summary>
    private static readonly TimeSpan Farthest = TimeSpan.FromDays(60);

    /// <summary>The offer as it is stored; refuses with the first field that cannot be accepted.</summary>
    /// <param name="city">Where they can meet when no place is named.</param>
    public static MeetingOffer Accept(MeetingOffer offer, string city, DateTimeOffset now)
    {
        var place = offer.Place.Trim();
        if (!Enum.IsDefined(offer.Mode))
            throw new Refused(Refusal.Invalid, nameof(offer.Mode));
        if (place.Length > MeetingOffer.MaxPlace)
            throw new Refused(Refusal.TooLong, nameof(offer.Place));
        if (offer.Mode == MeetingMode.InPerson && place.Length == 0)
            place = city.Length > 0 ? city : throw new Refused(Refusal.Required, nameof(offer.Place));
        if (offer.Mode == MeetingMode.Online && place.Length > 0 && !IsLink(place))
            throw new Refused(Refusal.Invalid, nameof(offer.Place));
        if (offer.Times.Length > MeetingOffer.MaxTimes)
            throw new Refused(Refusal.OutOfRange, nameof(offer.Times));
        if (offer.Times.Any(time => time <= now))
            throw new Refused(Refusal.InThePast, nameof(offer.Times));
        if (offer.Times.Any(time => time > now + Farthest))
            throw new Refused(Refusal.OutOfRange, nameof(offer.Times));
        return offer with { Place = place, Times = [.. offer.Times.Select(ToMinute).Distinct().Order()] };
    }

    /// <summary>Meetings begin at a full minute.</summary>
    public static DateTimeOffset ToMinute(DateTimeOffset time) => new(time.UtcTicks - (time.UtcTicks % TimeSpan.TicksPerMinute), TimeSpan.Zero);

    private static bool IsLink(string text) => Uri.TryCreate(text, UriKind.Absolute, out var link) && (link.Scheme == Uri.UriSchemeHttps || link.Scheme == Uri.UriSchemeHttp);
}
