using System.Globalization;
using Microsoft.Extensions.Localization;
using Weave.Members;
using Weave.Shell;

namespace Weave.Telegram;

/// <summary>The bot's texts in the current language. What members typed is escaped on its way into HTML.</summary>
internal sealed class Words(IStringLocalizer<BotTexts> texts, TimeProvider time)
{
    /// <summary>For the text of a message.</summary>
    public string Html(string name, params object[] arguments) =>
        texts[name, [.. arguments.Select(argument => argument is string text ? Telegram.Html.Escape(text) : argument)]];

    /// <summary>For buttons and other places that know no HTML.</summary>
    public string Plain(string name, params object[] arguments) => texts[name, arguments];

    /// <summary>A moment as the member would say it, in their zone, or in UTC while nobody knows theirs.</summary>
    public string Moment(DateTimeOffset moment, Profile profile)
    {
        var known = TimeZoneInfo.TryFindSystemTimeZoneById(profile.TimeZone, out var zone) && profile.TimeZone != "Etc/UTC";
        zone ??= TimeZoneInfo.Utc;
        var said = Moments.Say(TimeZoneInfo.ConvertTime(moment, zone), TimeZoneInfo.ConvertTime(time.GetUtcNow(), zone));
        return Plain(known ? "YourTime" : "UtcTime", said);
    }

    /// <summary>A moment as the reader's own device says it, in its zone; <see cref="Moment"/> where the app is too old for that.</summary>
    public Markup Time(DateTimeOffset moment, Profile profile) => Time(moment, profile, moment - time.GetUtcNow() < TimeSpan.FromHours(12) ? "t" : "wDt");

    /// <summary>How long it is until then, as "in 5 minutes", which the reader's device counts down.</summary>
    public Markup Left(DateTimeOffset moment, Profile profile) => Time(moment, profile, "r");

    /// <summary>A language by its own name.</summary>
    public static string Language(string code)
    {
        var culture = CultureInfo.GetCultureInfo(code);
        return culture.TextInfo.ToUpper(culture.NativeName[..1]) + culture.NativeName[1..];
    }

    private Markup Time(DateTimeOffset moment, Profile profile, string format) =>
        new($"<{Telegram.Html.TimeTag} unix=\"{moment.ToUnixTimeSeconds()}\" format=\"{format}\">{Telegram.Html.Escape(Moment(moment, profile))}</{Telegram.Html.TimeTag}>");
}
