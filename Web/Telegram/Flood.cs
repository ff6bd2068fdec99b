namespace Weave.Telegram;

/// <summary>
/// Whose limit a 429 speaks of. Telegram does not say. One alone is taken for the chat's; when another chat meets one while the first still rests, it is the
/// bot's own, and everybody rests.
/// </summary>
internal sealed class Flood
{
    private readonly Lock _lock = new();
    private string? _first;
    private DateTimeOffset _until;

    /// <summary>Notes a 429 of <paramref name="recipient"/>; true when all should rest.</summary>
    public bool IsEverybodys(string recipient, TimeSpan rest, DateTimeOffset now)
    {
        lock (_lock)
        {
            if (now < _until && _first != recipient)
                return true;
            (_first, _until) = (recipient, now + rest);
            return false;
        }
    }
}
