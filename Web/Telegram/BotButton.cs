using System.Text.Json.Serialization;

namespace Weave.Telegram;

/// <summary>A button under a message: either pressed, which comes back as <see cref="Press"/>, or a link.</summary>
[method: JsonConstructor]
internal sealed record BotButton(string Text, string? Press = null, string? Url = null)
{
    public BotButton(string text, Press press)
        : this(text, press.ToString())
    {
    }
}
