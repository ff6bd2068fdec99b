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

    public static CommunityForm Of(CommunitySettings settings) => new()
    {
        Name = settings.Name,
        Purpose = settings.Purpose,
        Area = settings.Area,
        Language = settings.Language,
        TimeZone = settings.TimeZone,
        Admission = settings.Admission,
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
    };
}
