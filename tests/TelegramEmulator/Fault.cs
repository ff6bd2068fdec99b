namespace Weave.Telegram.Emulator;

/// <summary>Something that goes wrong between bot and Telegram.</summary>
public sealed record Fault
{
    private Fault()
    {
    }

    /// <summary>The status answered in place of doing it; null cuts the connection.</summary>
    public int? Status { get; private init; }

    public int? RetryAfter { get; private init; }

    /// <summary>It is done all the same: only the answer gets lost.</summary>
    public bool Done { get; private init; }

    public static Fault TooManyRequests(int retryAfter = 1) => new() { Status = 429, RetryAfter = retryAfter };

    public static Fault ServerError(int status = 502) => new() { Status = status };

    /// <summary>The connection breaks before anything was done.</summary>
    public static Fault Reset { get; } = new();

    /// <summary>The connection breaks after it was done.</summary>
    public static Fault AnswerLost { get; } = new() { Done = true };
}
