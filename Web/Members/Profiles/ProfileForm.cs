using System.Collections.Immutable;

namespace Weave.Members;

/// <summary>A profile as it is typed: whole on the profile page, a field or two in the questionnaire. What a form does not have stays as it is.</summary>
public sealed class ProfileForm
{
    private static readonly char[] Separators = [',', ';', '\n'];

    public string? Name { get; set; }
    public string? Headline { get; set; }
    public string? Company { get; set; }
    public string? About { get; set; }
    public string? LooksFor { get; set; }
    public string? Offers { get; set; }

    /// <summary>Companies and roles, separated by commas.</summary>
    public string? Targets { get; set; }

    /// <summary>Those ticked.</summary>
    public List<string>? Interests { get; set; }

    /// <summary>Those typed, separated by commas; stands for the whole question: it is there even when nothing is ticked.</summary>
    public string? MoreInterests { get; set; }

    /// <inheritdoc cref="Interests"/>
    public List<string>? Languages { get; set; }

    /// <inheritdoc cref="MoreInterests"/>
    public string? OtherLanguages { get; set; }

    public string? City { get; set; }
    public string? TimeZone { get; set; }
    public MeetingPreference? Meets { get; set; }

    /// <summary>One a line.</summary>
    public string? Links { get; set; }

    /// <summary>Set by the button that leaves a question unanswered.</summary>
    public string? Skip { get; set; }

    /// <param name="zone">The browser's zone, for a member whose own is not known.</param>
    public static ProfileForm Of(Profile profile, string? zone) => new()
    {
        Name = profile.Name,
        Headline = profile.Headline,
        Company = profile.Company,
        About = profile.About,
        LooksFor = profile.LooksFor,
        Offers = profile.Offers,
        Targets = string.Join(", ", profile.Targets),
        Interests = [.. profile.Interests],
        Languages = [.. profile.Languages],
        City = profile.City,
        TimeZone = profile.TimeZone == Profile.UnknownZone ? zone ?? profile.TimeZone : profile.TimeZone,
        Meets = profile.Meets,
        Links = string.Join('\n', profile.Links),
    };

    /// <summary>Refuses with <see cref="Refusal.Invalid"/> for a language that has no code.</summary>
    public ProfileChange ToChange() => new()
    {
        Name = Name,
        Headline = Headline,
        Company = Company,
        About = About,
        LooksFor = LooksFor,
        Offers = Offers,
        Targets = Targets is null ? null : Split(Targets),
        Interests = Interests is null && MoreInterests is null ? null : [.. Interests ?? [], .. Split(MoreInterests)],
        Languages = Languages is null && OtherLanguages is null ? null : [.. Languages ?? [], .. Split(OtherLanguages).Select(Code)],
        City = City,
        TimeZone = TimeZone,
        Meets = Meets,
        Links = Links is null ? null : Split(Links),
    };

    internal static ImmutableArray<string> Split(string? text) =>
        [.. (text ?? "").Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    private static string Code(string language) => SpokenLanguages.Find(language) ?? throw new Refused(Refusal.Invalid, nameof(Languages));
}
