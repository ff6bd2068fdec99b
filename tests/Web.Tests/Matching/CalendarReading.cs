using Ical.Net;
using Ical.Net.CalendarComponents;
using Xunit;

namespace Weave.Matching;

/// <summary>Reads .ics files as a calendar does.</summary>
internal static class CalendarReading
{
    public static (string Method, CalendarEvent Event) Read(string ics)
    {
        Assert.All(ics.Split('\n'), line => Assert.True(line.Length == 0 || line.EndsWith('\r'), $"Lines end with CR LF: {line}"));
        var calendar = Calendar.Load(ics);
        Assert.NotNull(calendar);
        return (calendar.Method ?? "", Assert.Single(calendar.Events));
    }

    public static DateTimeOffset Start(this CalendarEvent entry) => new(entry.Start!.AsUtc, TimeSpan.Zero);
}
