namespace Weave.Telegram.Emulator;

/// <summary>How the emulated Telegram is set up.</summary>
public sealed record BotApiOptions
{
    /// <summary>The address to listen at; port 0 takes a free one.</summary>
    public string Url { get; init; } = "http://127.0.0.1:0";

    public string Token { get; init; } = "1234567:emulator-token";
    public string BotName { get; init; } = "Weave";
    public string BotUsername { get; init; } = "weave_bot";

    /// <summary>The number of the first update. A bot that outlives its server must not meet the same one twice.</summary>
    public int FirstUpdate { get; init; } = 720_000_001;

    /// <summary>The clock of dates, limits and long polls.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Null answers 429 to nobody.</summary>
    public RateLimits? Limits { get; init; } = new();

    /// <summary>How long an unanswered button press can be answered.</summary>
    public TimeSpan CallbackLifetime { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How long the webhook rests after a failure.</summary>
    public TimeSpan WebhookRetry { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Whether it knows <c>tg-time</c>, as servers do since Bot API 9.5.</summary>
    public bool KnowsTimes { get; init; } = true;
}
