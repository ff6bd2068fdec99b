using System.ComponentModel.DataAnnotations;

namespace Weave.Members;

/// <summary>How often links may be asked for within <see cref="Window"/>. Section <c>RateLimits</c>.</summary>
public sealed class RateLimitOptions
{
    public const string Section = "RateLimits";

    /// <summary>Sign-in links to one address.</summary>
    [Range(1, int.MaxValue)]
    public int SignInsPerAddress { get; set; } = 5;

    /// <summary>Sign-in links asked for from one network address; a room of people may share one.</summary>
    [Range(1, int.MaxValue)]
    public int SignInsPerIp { get; set; } = 60;

    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan Window { get; set; } = TimeSpan.FromMinutes(15);
}
