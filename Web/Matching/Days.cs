using System.Globalization;

namespace Weave.Matching;

/// <summary>Days ahead as people say them, and the moments at which they begin.</summary>
internal static class Days
{
    /// <summary>"8 March (Monday)", with the year when it is another one.</summary>
    public static string Say(DateOnly day, DateOnly today) =>
        day.ToString(day.Year == today.Year ? "d MMMM (dddd)" : "d MMMM yyyy (dddd)", CultureInfo.CurrentCulture);

    /// <summary>The day on which a pause ends, in the reader's zone.</summary>
    public static string Say(DateTimeOffset until, DateTimeOffset now, TimeZoneInfo zone) => Say(zone.Day(until), zone.Day(now));

    /// <summary>The beginning of the day so many weeks from now.</summary>
    public static DateTimeOffset InWeeks(int weeks, DateTimeOffset now, TimeZoneInfo zone) => LocalTime.In(zone, zone.Day(now).AddDays(7 * weeks));

    /// <summary>The zone of that name; UTC for one that is unknown.</summary>
    public static TimeZoneInfo Zone(string name) => TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : TimeZoneInfo.Utc;
}
