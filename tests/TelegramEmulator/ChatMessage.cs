namespace Weave.Telegram.Emulator;

/// <summary>A message as it stood at one moment; an edit makes another one with the same <see cref="Id"/>.</summary>
public sealed record ChatMessage
{
    public required int Id { get; init; }
    public required bool FromBot { get; init; }
    public required DateTimeOffset Sent { get; init; }
    public DateTimeOffset? Edited { get; init; }

    /// <summary>The text, or the caption of a photo, without markup.</summary>
    public string Text { get; init; } = "";
    public IReadOnlyList<MessageEntity> Entities { get; init; } = [];
    public ChatPhoto? Photo { get; init; }

    /// <summary>The bytes of a file that came with it.</summary>
    public byte[]? Document { get; init; }

    /// <summary>The inline buttons, row by row.</summary>
    public IReadOnlyList<IReadOnlyList<ChatButton>> Rows { get; init; } = [];

    public IEnumerable<ChatButton> Buttons => Rows.SelectMany(row => row);

    /// <summary>The button of that text; says which there are when there is none.</summary>
    public ChatButton Button(string text) => Buttons.FirstOrDefault(button => button.Text == text) ?? throw new InvalidOperationException(
        $"'{Text}' has no button '{text}', only: {string.Join(", ", Buttons.Select(button => $"'{button.Text}'"))}");
}
