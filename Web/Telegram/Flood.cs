namespace Weave.Telegram;

/// <summary>
/// Whose limit a 429 speaks of. Telegram does not say. While others are let through it is taken for the chat's; when three chats are refused in a row, it is the
/// bot's own, and everybody rests.
/// </summary>
internal sealed class Flood
{
    private const int Enough = 3;
    private readonly Lock _lock = new();
    private readonly HashSet<string> _refused = new(StringComparer.Ordinal);

    /// <summary>Notes that Telegram has taken a message.</summary>
    public void LetThrough()
    {
        lock (_lock)
            _refused.Clear();
    }

    /// <summary>Notes a 429 of <paramref name="recipient"/>; true when all should rest.</summary>
    public bool IsEverybodys(string recipient)
    {
        lock (_lock)
        {
            _refused.Add(recipient);
            return _refused.Count >= Enough;
        }
    }
}
