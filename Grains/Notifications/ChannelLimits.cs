using System.ComponentModel.DataAnnotations;

namespace Weave.Notifications;

/// <summary>How fast a channel may be used.</summary>
public sealed class ChannelLimits
{
    /// <summary>Messages handed out within any second, in all.</summary>
    [Range(1, 1000)]
    public int PerSecond { get; set; } = 1;

    /// <summary>How long a recipient rests after each message.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan RecipientRest { get; set; }
}
