namespace Weave.Telegram.Emulator;

/// <summary>Telegram's own figures (core.telegram.org/bots/faq): one message a second a chat, short bursts let pass, about 30 a second in all.</summary>
public sealed record RateLimits
{
    public double PerChat { get; init; } = 1;

    /// <summary>How many may come at once to a chat that was quiet.</summary>
    public int ChatBurst { get; init; } = 3;

    public double InAll { get; init; } = 30;
    public int BurstInAll { get; init; } = 30;
}
