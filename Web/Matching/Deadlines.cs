using System.Globalization;
using Weave.Communities;

namespace Weave.Matching;

/// <summary>A deadline as organizers type it: a day and a time in the community's zone.</summary>
internal static class Deadlines
{
    /// <summary>Tomorrow at ten.</summary>
    public static DateTime Default(DateTimeOffset now, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(now, zone).Date.AddDays(1).AddHours(10);

    public static TimeZoneInfo ZoneOf(CommunitySettings settings) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(settings.TimeZone, out var zone) ? zone : TimeZoneInfo.Utc;

    /// <summary>The moment typed; refuses what is none.</summary>
    public static DateTimeOffset Read(string? date, string? time, TimeZoneInfo zone)
    {
        if (!DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            || !TimeOnly.TryParse(time, CultureInfo.InvariantCulture, DateTimeStyles.None, out var hour))
            throw new Refused(Refusal.Invalid, nameof(MatchRoundPlan.Deadline));
        return LocalTime.In(zone, day.ToDateTime(hour));
    }
}
