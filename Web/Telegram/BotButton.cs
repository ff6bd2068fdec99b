using System.Text.Json.Serialization;

namespace Weave.Telegram;

/// <summary>A button under a message: pressed, which comes back as <see cref="Press"/>, or a link, or a page of ours that opens inside Telegram.</summary>
[method: JsonConstructor]
internal sealed record BotButton(string Text, string? Press = null, string? Url = null, string? App = null)
{
    public BotButton(string text, Press press)
        : this(text, press.ToString())
    {
    }
}
