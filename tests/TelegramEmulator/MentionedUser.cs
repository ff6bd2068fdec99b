namespace Weave.Telegram.Emulator;

/// <summary>The user behind a <c>tg://user?id=</c> link.</summary>
public sealed record MentionedUser(long Id, bool IsBot, string FirstName, string? Username = null);
