namespace Weave.Telegram.Emulator;

/// <summary>A part of a text that is formatted or linked; offset and length count UTF-16 units, as Telegram does.</summary>
public sealed record MessageEntity(string Type, int Offset, int Length)
{
    /// <summary>For <c>text_link</c>.</summary>
    public string? Url { get; init; }

    /// <summary>For <c>text_mention</c>: whom a <c>tg://user?id=</c> link leads to.</summary>
    public MentionedUser? User { get; init; }
}
