namespace Weave.Telegram;

/// <summary>Who the bot is, as Telegram says: needed for links that open it.</summary>
public sealed class BotIdentity
{
    private readonly TaskCompletionSource _known = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile string? _username;

    /// <summary>The bot's username without the @; null without a bot, and until Telegram has told.</summary>
    public string? Username => _username;

    /// <summary>Ends when the username is known; without a working bot, never.</summary>
    internal Task Known => _known.Task;

    /// <summary>A link that opens the bot and hands it <paramref name="payload"/>; null while the bot is unknown.</summary>
    public string? DeepLink(string payload) => Username is { } bot ? $"https://t.me/{bot}?start={payload}" : null;

    internal void Set(string username)
    {
        _username = username;
        _known.TrySetResult();
    }
}
