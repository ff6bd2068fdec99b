using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Weave.Notifications;

/// <summary>The limits of the channels. Section <c>Outbox</c>.</summary>
public sealed class OutboxOptions
{
    public const string Section = "Outbox";

    /// <summary>Telegram's own figures: about 30 a second in all and one a second a chat (core.telegram.org/bots/faq).</summary>
    [Required, ValidateObjectMembers]
    public ChannelLimits Telegram { get; set; } = new() { PerSecond = 30, RecipientRest = TimeSpan.FromSeconds(1) };

    /// <summary>Modest enough for the mail server of a small company.</summary>
    [Required, ValidateObjectMembers]
    public ChannelLimits Email { get; set; } = new() { PerSecond = 5 };

    internal ChannelLimits Of(string channel) => channel switch
    {
        OutboxChannel.Telegram => Telegram,
        OutboxChannel.Email => Email,
        _ => throw new ArgumentOutOfRangeException(nameof(channel), channel, "There is no such channel."),
    };
}
