namespace Weave.Notifications;

/// <summary>
/// The private conversation of the bot with one Telegram user. Key: the chat id. It remembers how far updates are handled, so that one delivered
/// twice changes nothing, and what a typed text would answer.
/// </summary>
[Alias("telegramChat")]
public interface ITelegramChatGrain : IGrainWithIntegerKey
{
    /// <summary>What the conversation is about.</summary>
    [Alias("get")]
    Task<TelegramChat> Get();

    /// <summary>Stores that the update was handled and what the conversation is about now; a smaller update id is ignored.</summary>
    [Alias("handled")]
    Task Handled(long updateId, TelegramChat chat);

    /// <summary>The message that shows the room the person is in from here; null while they are in none.</summary>
    [Alias("live")]
    Task<LiveMessage?> Live();

    [Alias("setLive")]
    Task SetLive(LiveMessage? live);

    /// <summary>Forgets the conversation.</summary>
    [Alias("forget")]
    Task Forget();
}
