using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using System.Text;

namespace Weave.Telegram;

/// <summary>The bot. Section <c>Telegram</c>. Without <see cref="Token"/> there is none.</summary>
public sealed class TelegramOptions
{
    public const string Section = "Telegram";

    /// <summary>What @BotFather gave out, such as <c>123456:ABC…</c>.</summary>
    [RegularExpression("^[0-9]{1,16}:[A-Za-z0-9_-]+$", ErrorMessage = "Token is not one: @BotFather gives out a number, a colon and a word.", MatchTimeoutInMilliseconds = 1000)]
    public string? Token { get; set; }

    /// <summary>Where the Bot API is, for a server of one's own; null takes Telegram's.</summary>
    public Uri? BaseUrl { get; set; }

    [EnumDataType(typeof(TelegramMode))]
    public TelegramMode Mode { get; set; }

    /// <summary>What Telegram must say with each update in webhook mode; null derives it from the token.</summary>
    [RegularExpression("^[A-Za-z0-9_-]{1,256}$", ErrorMessage = "WebhookSecret may have letters, digits, _ and - only.", MatchTimeoutInMilliseconds = 1000)]
    public string? WebhookSecret { get; set; }

    /// <summary>There is a bot.</summary>
    public bool Configured => !string.IsNullOrEmpty(Token);

    /// <summary>The secret in force: every host of an installation derives the same one.</summary>
    internal string Secret() => WebhookSecret ?? Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Token!), "weave webhook"u8));
}
