using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Weave.Members;

namespace Weave.Telegram;

/// <summary>How each question of the questionnaire is put, and how a typed answer to it is read.</summary>
internal sealed class Questions(Words words)
{
    private static readonly string[] CommonLanguages = ["en", "ru", "de", "fr", "es", "it", "pt", "uk", "tr", "zh", "hi", "ar"];
    private static readonly (MeetingPreference Value, string Text)[] Places =
        [(MeetingPreference.Online, "Online"), (MeetingPreference.InPerson, "InMyCity"), (MeetingPreference.Both, "Both")];

    public BotMessage Ask(ProfileQuestion question, Profile profile, string lead, bool again)
    {
        var done = new BotButton(words.Plain("Done"), Press.Of(PressVerb.Done, question));
        var skip = new BotButton(words.Plain(again ? "Leave" : "Skip"), Press.Of(PressVerb.Skip, question));
        return new BotMessage
        {
            Text = lead + words.Html($"Ask.{question}") + Known(question, profile),
            Buttons = question switch
            {
                ProfileQuestion.Interests => [.. Interests(profile).Chunk(3), [again || profile.Interests.Length > 0 ? done : skip]],
                ProfileQuestion.Languages => [.. Languages(profile).Chunk(3), [again || profile.Languages.Length > 0 ? done : skip]],
                ProfileQuestion.Meets => [[.. Places.Select(place => new BotButton(words.Plain(place.Text), new Press(PressVerb.Meets, (char)('0' + (int)place.Value))))], [skip]],
                _ => [[skip]],
            },
        };
    }

    /// <summary>For a text that answers nothing.</summary>
    public BotMessage WhereTo() => new()
    {
        Text = words.Html("WhereTo"),
        Buttons =
        [
            .. ((ProfileQuestion[])[ProfileQuestion.Headline, ProfileQuestion.LooksFor, ProfileQuestion.Offers])
                .Select(question => (BotButton[])[new BotButton(words.Plain($"Field.{question}"), Press.Of(PressVerb.Keep, question))]),
            [new BotButton(words.Plain("Nowhere"), new Press(PressVerb.Keep))],
        ],
    };

    /// <summary>What a typed text changes; null when it is no answer to this question.</summary>
    public ProfileChange? Read(ProfileQuestion question, string text, Profile profile) => question switch
    {
        ProfileQuestion.Headline => new() { Headline = text },
        ProfileQuestion.LooksFor => new() { LooksFor = text },
        ProfileQuestion.Offers => new() { Offers = text },
        ProfileQuestion.City => new() { City = text },
        ProfileQuestion.Targets => new() { Targets = [.. Listed(text)] },
        ProfileQuestion.Interests => new() { Interests = [.. profile.Interests, .. Listed(text).Select(tag => tag.TrimStart('#'))] },
        ProfileQuestion.Languages => ReadLanguages(text) is { Length: > 0 } codes ? new() { Languages = [.. profile.Languages, .. codes] } : null,
        ProfileQuestion.Meets => Places.FirstOrDefault(place => Same(words.Plain(place.Text), text.Trim())) is { Text: not null } place
            ? new() { Meets = place.Value } : null,
        _ => null,
    };

    /// <summary>How long an answer may be, or how many there may be.</summary>
    public static int Limit(ProfileQuestion question) => question switch
    {
        ProfileQuestion.Headline => ProfileLimits.Headline,
        ProfileQuestion.LooksFor => ProfileLimits.LooksFor,
        ProfileQuestion.Offers => ProfileLimits.Offers,
        ProfileQuestion.City => ProfileLimits.City,
        ProfileQuestion.Interests => ProfileLimits.Interest,
        ProfileQuestion.Targets => ProfileLimits.Targets,
        _ => ProfileLimits.Languages,
    };

    /// <summary>The interest behind a button; null when it is neither suggested nor the member's own any more.</summary>
    public string? Interest(string mark, Profile profile) => Tags(profile).FirstOrDefault(tag => Mark(tag) == mark);

    /// <summary>An answer that is on no card is shown where it is asked for.</summary>
    private static string Known(ProfileQuestion question, Profile profile) =>
        question == ProfileQuestion.Targets && profile.Targets.Length > 0 ? $"\n\n{Html.Escape(string.Join(", ", profile.Targets))}" : "";

    private IEnumerable<BotButton> Interests(Profile profile) => Tags(profile).Select(tag =>
        Toggle(PressVerb.Interest, tag, Mark(tag), profile.Interests.Contains(tag, StringComparer.OrdinalIgnoreCase)));

    private static IEnumerable<BotButton> Languages(Profile profile) => CommonLanguages.Union(profile.Languages, StringComparer.Ordinal).Select(code =>
        Toggle(PressVerb.Language, Words.Language(code), code, profile.Languages.Contains(code, StringComparer.Ordinal)));

    // The button says what shall be, not "the other way round": pressed twice, or handled twice, it changes nothing more.
    private static BotButton Toggle(char verb, string text, string subject, bool chosen) =>
        new(chosen ? $"{text} ✓" : text, new Press(verb, chosen ? Press.No : Press.Yes, subject));

    private IEnumerable<string> Tags(Profile profile) => Listed(words.Plain("Suggestions")).Union(profile.Interests, StringComparer.OrdinalIgnoreCase);

    private static ImmutableArray<string> ReadLanguages(string text) =>
        [.. Listed(text).Select(word => LanguageCodes.All.FirstOrDefault(code => Same(word, code) || (CommonLanguages.Contains(code) && Same(word, Words.Language(code)))))
            .OfType<string>()];

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    private static string[] Listed(string text) => text.Split((char[])[',', ';', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>An interest of any length and script in eight characters.</summary>
    private static string Mark(string tag) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(tag.ToUpperInvariant())).AsSpan(0, 4));
}
