using System.Text.Json;
using System.Text.Json.Serialization;
using Weave.Notifications;

namespace Weave.Telegram;

/// <summary>A message of the bot as it is sent: the body of a <see cref="ReadyMessage"/>.</summary>
internal sealed record BotMessage
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault };

    /// <summary>HTML as Telegram understands it; no tag goes over a line's end.</summary>
    public required string Text { get; init; }

    /// <summary>Rows of buttons.</summary>
    public IReadOnlyList<IReadOnlyList<BotButton>> Buttons { get; init; } = [];

    /// <summary>The message to be changed into this one; null sends a new one.</summary>
    public int? Edit { get; init; }

    /// <summary>The message to be changed is a picture or a file: its text is a caption.</summary>
    public bool EditsPicture { get; init; }

    /// <summary>Members whose pictures go with the text.</summary>
    public IReadOnlyList<Guid> Pictures { get; init; } = [];

    /// <summary>An entry for the reader's calendar that comes with the text, as a file.</summary>
    public string? Calendar { get; init; }

    /// <summary>The member whose data goes with it as a file, as it stands when the message is sent.</summary>
    public Guid? Export { get; init; }

    /// <summary>The room that this shows as it stands, and its step: the message that says it is remembered as the one to be changed.</summary>
    public LiveMessage? Live { get; init; }

    public static BotMessage From(ReadyMessage ready) =>
        JsonSerializer.Deserialize<BotMessage>(ready.Body, Json) ?? throw new JsonException("The body of a message is empty.");

    public ReadyMessage Ready() => new(JsonSerializer.Serialize(this, Json));
}
