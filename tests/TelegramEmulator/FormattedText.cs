namespace Weave.Telegram.Emulator;

/// <summary>Plain text with what is formatted in it.</summary>
internal sealed record FormattedText(string Text, IReadOnlyList<MessageEntity> Entities)
{
    /// <summary>Without blanks at both ends, as Telegram stores it.</summary>
    public FormattedText Trimmed()
    {
        var cut = Text.Length - Text.TrimStart().Length;
        var text = Text.Trim();
        var entities = Entities
            .Select(entity => (Entity: entity, From: Math.Clamp(entity.Offset - cut, 0, text.Length),
                To: Math.Clamp(entity.Offset + entity.Length - cut, 0, text.Length)))
            .Where(it => it.To > it.From)
            .Select(it => it.Entity with { Offset = it.From, Length = it.To - it.From })
            .OrderBy(entity => entity.Offset).ThenByDescending(entity => entity.Length);
        return new(text, [.. entities]);
    }
}
