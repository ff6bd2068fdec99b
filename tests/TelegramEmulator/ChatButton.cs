namespace Weave.Telegram.Emulator;

/// <summary>An inline button as the user sees it: it either calls back or leads somewhere.</summary>
public sealed record ChatButton(string Text, string? Data, string? Url);
