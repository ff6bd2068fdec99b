using System.Globalization;
using Weave.Shell;

namespace Weave.Notifications;

/// <summary>For whom a letter is written, and when.</summary>
internal sealed record LetterReader(Guid? Member, string Language, TimeZoneInfo Zone, DateTimeOffset Now)
{
    public Guid Id => Member ?? throw new InvalidOperationException("This notice is for members only.");

    /// <summary>A moment as the reader would say it, with the zone where that could be in doubt.</summary>
    public string Say(DateTimeOffset moment)
    {
        var local = TimeZoneInfo.ConvertTime(moment, Zone);
        var said = Moments.Say(local, TimeZoneInfo.ConvertTime(Now, Zone));
        return Zone.BaseUtcOffset == TimeSpan.Zero && !Zone.SupportsDaylightSavingTime ? string.Create(CultureInfo.CurrentCulture, $"{said} UTC") : said;
    }
}
