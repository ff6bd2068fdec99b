using Weave.Telegram.Emulator;
using Xunit;

namespace Weave.Telegram;

/// <summary>What people do in a chat, and what they wait for.</summary>
internal static class Talk
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>The next message or change of one.</summary>
    public static Task<ChatMessage> Reads(this BotUser user) => user.Next(Stop).AsTask().WaitAsync(Patience, Stop);

    /// <summary>Reads on to the message, or change of one, that says this and, where asked, is <paramref name="so"/>.</summary>
    public static async Task<ChatMessage> Until(this BotUser user, string text, Func<ChatMessage, bool>? so = null)
    {
        var message = await user.Reads();
        while (!message.Text.Contains(text, StringComparison.Ordinal) || so?.Invoke(message) == false)
            message = await user.Reads();
        return message;
    }

    /// <summary>Reads on to the message that begins so.</summary>
    public static Task<ChatMessage> Told(this BotUser user, string start) => user.Until(start, message => message.Text.StartsWith(start, StringComparison.Ordinal));

    /// <summary>Writes, and reads the answer.</summary>
    public static Task<ChatMessage> Says(this BotUser user, string text)
    {
        user.Send(text);
        return user.Reads();
    }

    /// <summary>Presses a button, and reads what becomes of the message.</summary>
    public static async Task<ChatMessage> Taps(this BotUser user, ChatMessage message, string button)
    {
        await user.Press(message, button, Stop).WaitAsync(Patience, Stop);
        return await user.Reads();
    }

    /// <summary>Presses a button that only says something; returns what.</summary>
    public static Task<string?> Toast(this BotUser user, ChatMessage message, string button) => user.Press(message, button, Stop).WaitAsync(Patience, Stop);

    /// <summary>A message is taken out of the chat.</summary>
    public static Task Loses(this BotUser user, int message) => user.Removed(message, Stop).WaitAsync(Patience, Stop);

    /// <summary>Joins with one tap, by a deep link where there is one, and skips all questions. Returns the card.</summary>
    public static async Task<ChatMessage> Joins(this BotUser user, string? community = null, string skip = "Skip")
    {
        var greeting = await user.Says(community is null ? "/start" : $"/start join_{community}");
        var message = await user.Taps(greeting, greeting.Buttons.Single().Text);
        while (message.Buttons.Any(button => button.Text == skip))
            message = await user.Taps(message, skip);
        return message;
    }
}
