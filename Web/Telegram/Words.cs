using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Localization;
using Weave.Matching;
using Weave.Members;
using Weave.Shell;

namespace Weave.Telegram;

/// <summary>The bot's texts in the current language. What members typed is escaped on its way into HTML.</summary>
internal sealed partial class Words(IStringLocalizer<BotTexts> texts, TimeProvider time)
{
    private const string MarkBegins = "\u0002";
    private const string MarkEnds = "\u0003";

    /// <summary>For the text of a message.</summary>
    public string Html(string name, params object[] arguments) =>
        texts[name, [.. arguments.Select(argument => argument is string text ? Telegram.Html.Escape(text) : argument)]];

    /// <summary>For buttons and other places that know no HTML.</summary>
    public string Plain(string name, params object[] arguments) => texts[name, arguments];

    /// <summary>
    /// A moment. Where the reader's zone is known it is said as pages, mail and buttons say it, and the reader's device tells more on a tap. Where it is not, the device
    /// says it, in its own zone; in UTC where the app is too old for that.
    /// </summary>
    public Markup Time(DateTimeOffset moment, Profile profile) =>
        Time(moment, profile, IsZoneKnown(profile) ? null : (moment - time.GetUtcNow()).Duration() < TimeSpan.FromHours(12) ? "t" : "wDt");

    /// <summary>How long it is until then, as "in 5 minutes", which the reader's device counts down.</summary>
    public Markup Left(DateTimeOffset moment, Profile profile) => Time(moment, profile, "r");

    /// <summary>Stands for a moment in a sentence that the bot shares with pages and mail, until all of it is <see cref="Timed"/>. Nobody can type it: what people type has no control characters.</summary>
    public static string Mark(DateTimeOffset moment) => string.Create(CultureInfo.InvariantCulture, $"{MarkBegins}{moment.ToUnixTimeSeconds()}{MarkEnds}");

    /// <summary>A sentence for the text of a message, with each moment that is marked in it as <see cref="Time(DateTimeOffset, Profile)"/> says it.</summary>
    public string Timed(string sentence, Profile profile) => Marks().Replace(
        Telegram.Html.Escape(sentence), mark => Time(DateTimeOffset.FromUnixTimeSeconds(long.Parse(mark.Groups["at"].ValueSpan, CultureInfo.InvariantCulture)), profile).Html);

    /// <summary>A moment where no device can say it, such as on a button: in the reader's zone, or in UTC with a word that it is.</summary>
    public string Short(DateTimeOffset moment, Profile profile) => IsZoneKnown(profile) ? Said(moment, profile) : Plain("UtcTime", Said(moment, profile));

    /// <summary>Who comes from Telegram seldom says where they live.</summary>
    public static bool IsZoneKnown(Profile profile) => profile.TimeZone != Profile.UnknownZone && TimeZoneInfo.TryFindSystemTimeZoneById(profile.TimeZone, out _);

    /// <summary>A language by its own name.</summary>
    public static string Language(string code)
    {
        var culture = CultureInfo.GetCultureInfo(code);
        return culture.TextInfo.ToUpper(culture.NativeName[..1]) + culture.NativeName[1..];
    }

    private string Said(DateTimeOffset moment, Profile profile)
    {
        var zone = MeetingSlots.Zone(profile.TimeZone);
        return Moments.Say(TimeZoneInfo.ConvertTime(moment, zone), TimeZoneInfo.ConvertTime(time.GetUtcNow(), zone));
    }

    private Markup Time(DateTimeOffset moment, Profile profile, string? format)
    {
        var text = Plain(IsZoneKnown(profile) ? "YourTime" : "UtcTime", Said(moment, profile));
        return new(Telegram.Html.Time(moment, format, text));
    }

    [GeneratedRegex($"{MarkBegins}(?<at>[0-9]{{1,11}}){MarkEnds}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Marks();
}
