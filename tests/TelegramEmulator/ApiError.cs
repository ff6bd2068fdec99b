namespace Weave.Telegram.Emulator;

/// <summary>A refusal in Telegram's own words.</summary>
internal sealed class ApiError(int code, string description, int? retryAfter = null) : Exception(description)
{
    public int Code => code;

    public int? RetryAfter => retryAfter;

    public static ApiError Bad(string what) => new(400, $"Bad Request: {what}");

    public static ApiError Forbidden(string what) => new(403, $"Forbidden: {what}");

    public static ApiError Conflict(string what) => new(409, $"Conflict: {what}");

    public static ApiError TooManyRequests(int seconds) => new(429, $"Too Many Requests: retry after {seconds}", seconds);
}
