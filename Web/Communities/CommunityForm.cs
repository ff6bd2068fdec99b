using Weave.Matching;

namespace Weave.Communities;

/// <summary>A community's settings as they are typed.</summary>
public sealed class CommunityForm
{
    public string? Name { get; set; }
    public string? Slug { get; set; }
    public string? Purpose { get; set; }
    public string? Area { get; set; }
    public string? Language { get; set; }
    public string? TimeZone { get; set; }
    public Admission Admission { get; set; }
    public string? CallLink { get; set; }
    public Emphasis Interests { get; set; }
    public Emphasis Wishes { get; set; }
    public Emphasis Targets { get; set; }
    public Emphasis City { get; set; }
    public Emphasis Hours { get; set; }
    public bool AcrossCompanies { get; set; }

    public static CommunityForm Of(CommunitySettings settings) => new()
    {
        Name = settings.Name,
        Purpose = settings.Purpose,
        Area = settings.Area,
        Language = settings.Language,
        TimeZone = settings.TimeZone,
        Admission = settings.Admission,
        CallLink = settings.CallLink,
        Interests = settings.Matching.Interests,
        Wishes = settings.Matching.Wishes,
        Targets = settings.Matching.Targets,
        City = settings.Matching.City,
        Hours = settings.Matching.TimeZone,
        AcrossCompanies = settings.Matching.AcrossCompanies,
    };

    /// <summary>What was typed, on top of what is decided elsewhere.</summary>
    public CommunitySettings ToSettings(CommunitySettings? before = null) => (before ?? new() { Name = "" }) with
    {
        Name = Name ?? "",
        Purpose = Purpose ?? "",
        Area = Area ?? "",
        Language = Language ?? "",
        TimeZone = TimeZone ?? "",
        Admission = Admission,
        CallLink = CallLink ?? "",
        Matching = new() { Interests = Interests, Wishes = Wishes, Targets = Targets, City = City, TimeZone = Hours, AcrossCompanies = AcrossCompanies },
    };
}
