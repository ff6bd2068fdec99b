namespace Weave.Shell;

/// <summary>The installation as seen from outside. Section <c>Site</c>.</summary>
public sealed class SiteOptions
{
    public const string Section = "Site";

    /// <summary>The public address, such as <c>https://weave.example.org</c>; links in mail and bot messages begin with it. Null takes the address the server listens at.</summary>
    public Uri? Url { get; set; }
}
