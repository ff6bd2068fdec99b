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

    /// <summary>They come into a room from here: <paramref name="message"/> shows it, null for a new one; what showed it before has had its time.</summary>
    [Alias("enter")]
    Task Enter(Guid room, int? message);

    /// <summary>
    /// A message shows the room now; the one that did before has had its time. Returns what is to be taken out of the chat. Of a room they have left for another one: nothing happens.
    /// </summary>
    [Alias("shown")]
    Task<IReadOnlyList<int>> Shown(LiveMessage shown);

    /// <summary>These are out of the chat, or cannot be taken out of it.</summary>
    [Alias("removed")]
    Task Removed(IReadOnlyList<int> messages);

    /// <summary>What the next typed text is, or what the last one was; null for words to the table. False when they are not in that room from here.</summary>
    /// <param name="room">The room.</param>
    /// <param name="typing">What it is.</param>
    /// <param name="typed">The message it was typed in, which the room shows from now on.</param>
    [Alias("setTyping")]
    Task<bool> SetTyping(Guid room, LiveTyping? typing, int? typed = null);

    /// <summary>The message shows who is in the room, or with null what goes on. False when they are not in that room from here.</summary>
    [Alias("setPeople")]
    Task<bool> SetPeople(Guid room, LivePeople? people);

    /// <summary>Forgets the conversation.</summary>
    [Alias("forget")]
    Task Forget();
}
