namespace Weave.Members;

/// <summary>What answers make of a profile, a card and the questionnaire.</summary>
internal static class Answers
{
    /// <summary>The profile with the answers in it; refuses with the name of the first field that is not acceptable.</summary>
    public static Profile Apply(this ProfileChange change, Profile profile) => profile with
    {
        Name = change.Name is { } name ? Named(Inputs.Line(name, ProfileLimits.Name, nameof(change.Name))) : profile.Name,
        Headline = change.Headline is { } headline ? Inputs.Line(headline, ProfileLimits.Headline, nameof(change.Headline)) : profile.Headline,
        About = change.About is { } about ? Inputs.Lines(about, ProfileLimits.About, nameof(change.About)) : profile.About,
        LooksFor = change.LooksFor is { } looks ? Inputs.Lines(looks, ProfileLimits.LooksFor, nameof(change.LooksFor)) : profile.LooksFor,
        Offers = change.Offers is { } offers ? Inputs.Lines(offers, ProfileLimits.Offers, nameof(change.Offers)) : profile.Offers,
        Interests = change.Interests is { } interests ? Inputs.Tags(interests, ProfileLimits.Interest, ProfileLimits.Interests, nameof(change.Interests)) : profile.Interests,
        Languages = change.Languages is { } languages ? Inputs.Languages(languages, nameof(change.Languages)) : profile.Languages,
        City = change.City is { } city ? Inputs.Line(city, ProfileLimits.City, nameof(change.City)) : profile.City,
        TimeZone = change.TimeZone is { } zone ? Inputs.Zone(zone, nameof(change.TimeZone)) : profile.TimeZone,
        Meets = change.Meets is { } meets ? Known(meets) : profile.Meets,
        Links = change.Links is { } links ? Inputs.Links(links, nameof(change.Links)) : profile.Links,
        Company = change.Company is { } company ? Inputs.Line(company, ProfileLimits.Company, nameof(change.Company)) : profile.Company,
        Targets = change.Targets is { } targets ? Inputs.Tags(targets, ProfileLimits.Company, ProfileLimits.Targets, nameof(change.Targets)) : profile.Targets,
    };

    /// <summary>The card in its stored form.</summary>
    public static ContactCard Checked(this ContactCard card) => new()
    {
        Email = Inputs.Email(card.Email, nameof(card.Email)),
        Phone = Inputs.Phone(card.Phone, nameof(card.Phone)),
        Telegram = Inputs.Telegram(card.Telegram, nameof(card.Telegram)),
        Links = Inputs.Links(card.Links, nameof(card.Links)),
    };

    /// <summary>The first question that was neither passed nor is answered already: nothing is asked twice.</summary>
    public static ProfileQuestion? Next(this Profile profile, int passed) =>
        ProfileQuestions.Led.Cast<ProfileQuestion?>().FirstOrDefault(question =>
            (passed & Bit(question!.Value)) == 0 && !profile.Has(question.Value));

    /// <summary>The question's place in the set of those passed.</summary>
    public static int Bit(this ProfileQuestion question) => 1 << (int)question;

    private static bool Has(this Profile profile, ProfileQuestion question) => question switch
    {
        ProfileQuestion.Headline => profile.Headline.Length > 0,
        ProfileQuestion.Interests => profile.Interests.Length > 0,
        ProfileQuestion.LooksFor => profile.LooksFor.Length > 0,
        ProfileQuestion.Offers => profile.Offers.Length > 0,
        ProfileQuestion.City => profile.City.Length > 0,
        ProfileQuestion.Languages => profile.Languages.Length > 0,
        ProfileQuestion.Picture => profile.Picture is not null,
        // Both is also what stands there before anybody was asked.
        ProfileQuestion.Meets => profile.Meets != MeetingPreference.Both,
        _ => throw new ArgumentOutOfRangeException(nameof(question)),
    };

    private static string Named(string name) => name.Length > 0 ? name : throw new Refused(Refusal.Required, nameof(ProfileChange.Name));

    private static MeetingPreference Known(MeetingPreference meets) =>
        Enum.IsDefined(meets) ? meets : throw new Refused(Refusal.Invalid, nameof(ProfileChange.Meets));
}
