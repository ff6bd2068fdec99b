namespace Weave;

/// <summary>Days that come again: every few weeks, or every month, counted from a first one. Hours are those that clocks in a zone show, so that they survive the change of clocks.</summary>
public static class Weekdays
{
    /// <summary>The first day of that name on or after <paramref name="from"/>.</summary>
    public static DateOnly OnOrAfter(DateOnly from, DayOfWeek day) => from.AddDays(((int)day - (int)from.DayOfWeek + 7) % 7);

    /// <summary>The first of the days, every so many weeks from <paramref name="first"/>, whose hour is after <paramref name="moment"/>.</summary>
    public static DateOnly NextWeek(DateOnly first, int weeks, TimeOnly at, DateTimeOffset moment, TimeZoneInfo zone)
    {
        var every = 7 * weeks;
        // One too early: an hour that is moved on may fall on the next day.
        var passed = Math.Max((zone.Day(moment).DayNumber - first.DayNumber) / every - 1, 0);
        var day = first.AddDays(passed * every);
        while (In(zone, day, at) <= moment)
            day = day.AddDays(every);
        return day;
    }

    /// <summary>The same, every month on the same weekday: the second Tuesday, or where <paramref name="first"/> is a fifth one, the last.</summary>
    public static DateOnly NextMonth(DateOnly first, TimeOnly at, DateTimeOffset moment, TimeZoneInfo zone)
    {
        var week = (first.Day - 1) / 7;
        var present = zone.Day(moment);
        var month = new DateOnly(present.Year, present.Month, 1).AddMonths(-1);
        while (true)
        {
            var day = OnOrAfter(month, first.DayOfWeek).AddDays(7 * week);
            if (day.Month != month.Month)
                day = day.AddDays(-7);
            if (day >= first && In(zone, day, at) > moment)
                return day;
            month = month.AddMonths(1);
        }
    }

    public static DateTimeOffset In(TimeZoneInfo zone, DateOnly day, TimeOnly at) => LocalTime.In(zone, day.ToDateTime(at));
}
