namespace Weave.Telegram.Emulator;

/// <summary>An inline button as the user sees it: it calls back, leads somewhere, or opens a page inside Telegram.</summary>
public sealed record ChatButton(string Text, string? Data, string? Url, bool IsApp = false);
