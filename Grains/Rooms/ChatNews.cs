namespace Weave.Rooms;

/// <summary>
/// Who of those in chats is to be told how the room stands, and when: what happens within a few seconds makes one change of one message. Lives with the activation.
/// </summary>
internal sealed class ChatNews
{
    /// <summary>What is said at a table, and who comes to it.</summary>
    public static readonly TimeSpan AtTheTable = TimeSpan.FromSeconds(3);

    /// <summary>How many there are in the lobby.</summary>
    public static readonly TimeSpan InTheLobby = TimeSpan.FromSeconds(20);

    /// <summary>How long before the end of a round or the open floor everybody hears of it, the longest first; as browsers say it.</summary>
    public static readonly IReadOnlyList<TimeSpan> Warnings = [TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(30)];

    private readonly Dictionary<int, DateTimeOffset> _due = [];

    public DateTimeOffset? Next => _due.Count == 0 ? null : _due.Values.Min();

    /// <summary>They are told by <paramref name="when"/>, or earlier if that was settled.</summary>
    public void Note(IEnumerable<int> numbers, DateTimeOffset when)
    {
        foreach (var number in numbers)
            _due[number] = _due.TryGetValue(number, out var known) && known < when ? known : when;
    }

    /// <summary>The room moves on: all are told of that, and of nothing else before.</summary>
    public void Clear() => _due.Clear();

    /// <summary>Those whose time has come.</summary>
    public IReadOnlyList<int> Take(DateTimeOffset now)
    {
        var due = _due.Where(one => one.Value <= now).Select(one => one.Key).Order().ToList();
        due.ForEach(number => _due.Remove(number));
        return due;
    }
}
