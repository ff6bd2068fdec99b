using System.Globalization;

namespace Weave.Shell;

/// <summary>Dates as people say them. Used by pages, mail and the bot.</summary>
public static class Moments
{
    /// <summary>"14:00" today, "Tue 14:00" within a week of now, else "3 March 14:00", with the year when it is another one.</summary>
    /// <param name="local">The moment, in the reader's zone.</param>
    /// <param name="now">Now, in the same zone.</param>
    public static string Say(DateTimeOffset local, DateTimeOffset now, bool dayOnly = false)
    {
        var culture = CultureInfo.CurrentCulture;
        var time = dayOnly ? "" : $" {local.ToString("t", culture)}";
        var days = (local.Date - now.Date).Days;
        if (days == 0 && !dayOnly)
            return time.TrimStart();
        if (days is > -7 and < 7 && days != 0)
            return local.ToString("ddd", culture) + time;
        var pattern = culture.DateTimeFormat.MonthDayPattern;
        return local.ToString(local.Year == now.Year ? pattern : $"{pattern} yyyy", culture) + time;
    }
}
