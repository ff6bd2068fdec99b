namespace Weave.Rooms;

/// <summary>Signs on their way to everybody: gathered for half a second, then told together. Lives with the activation; a sign is of the moment.</summary>
internal sealed class Reactions
{
    public static readonly TimeSpan Gathered = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(5);
    private const int MostInPace = 10;

    private readonly int[] _counts = new int[Enum.GetValues<Reaction>().Length];
    private readonly Dictionary<int, (DateTimeOffset Since, int Count)> _given = [];

    /// <summary>When what was gathered is to be told; null when there is nothing.</summary>
    public DateTimeOffset? DueAt { get; private set; }

    /// <summary>False when this one gives too many.</summary>
    public bool Add(int number, Reaction reaction, DateTimeOffset now)
    {
        var (since, count) = _given.GetValueOrDefault(number);
        if (now - since >= Pace)
            (since, count) = (now, 0);
        if (count >= MostInPace)
            return false;
        _given[number] = (since, count + 1);
        _counts[(int)reaction]++;
        DueAt ??= now + Gathered;
        return true;
    }

    public IReadOnlyList<RoomEvent> Take(DateTimeOffset now)
    {
        if (DueAt is null || DueAt > now)
            return [];
        DueAt = null;
        var told = new Reacted([.. _counts]);
        Array.Clear(_counts);
        return [told];
    }
}
