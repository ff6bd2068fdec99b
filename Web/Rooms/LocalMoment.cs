using System.Globalization;

namespace Weave.Rooms;

/// <summary>A moment as a form's field has it: the time on the clocks of a community, without a zone.</summary>
internal static class LocalMoment
{
    private const string Format = "yyyy-MM-ddTHH:mm";

    public static string Say(DateTimeOffset moment, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(moment, zone).ToString(Format, CultureInfo.InvariantCulture);

    /// <summary>Refuses what is no time there, such as one that the clocks leap over.</summary>
    public static DateTimeOffset Read(string? text, TimeZoneInfo zone, string field)
    {
        if (string.IsNullOrWhiteSpace(text))
            throw new Refused(Refusal.Required, field);
        if (!DateTime.TryParse(text, CultureInfo.InvariantCulture, out var local) || zone.IsInvalidTime(DateTime.SpecifyKind(local, DateTimeKind.Unspecified)))
            throw new Refused(Refusal.Invalid, field);
        local = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }
}
