namespace Weave.Telegram.Emulator;

/// <summary>A call the bot made, and how it was answered.</summary>
/// <param name="Chat">The chat it was for; null for calls about no chat.</param>
/// <param name="Status">The status answered; 0 when the connection was cut.</param>
public sealed record ApiCall(DateTimeOffset At, string Method, long? Chat, int Status, int? RetryAfter = null);
