namespace Weave.Telegram.Emulator;

/// <summary>A part of a text that is formatted or linked; offset and length count UTF-16 units, as Telegram does.</summary>
public sealed record MessageEntity(string Type, int Offset, int Length)
{
    /// <summary>For <c>text_link</c>.</summary>
    public string? Url { get; init; }

    /// <summary>For <c>text_mention</c>: whom a <c>tg://user?id=</c> link leads to.</summary>
    public MentionedUser? User { get; init; }

    /// <summary>For <c>date_time</c>: the moment, which the reader's app says in its own zone and way.</summary>
    public long? UnixTime { get; init; }

    /// <summary>For <c>date_time</c>: <c>r</c> for "in 5 minutes", else day of the week, date and time.</summary>
    public string? DateTimeFormat { get; init; }
}
