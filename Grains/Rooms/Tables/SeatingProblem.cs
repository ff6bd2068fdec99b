namespace Weave.Rooms;

/// <summary>What the seating of a room's rounds to come is planned from. Pairs are of people's numbers, the smaller first.</summary>
internal sealed record SeatingProblem
{
    /// <summary>The numbers of those to be seated, each once; at least two.</summary>
    public required IReadOnlyList<int> People { get; init; }

    /// <summary>How many should sit at a table.</summary>
    public required int TableSize { get; init; }

    /// <summary>How many rounds are to come.</summary>
    public int Rounds { get; init; } = 1;

    public RoomAim Aim { get; init; }

    /// <summary>How often two have sat together in this room, those who have left included.</summary>
    public IReadOnlyDictionary<(int, int), int> Met { get; init; } = new Dictionary<(int, int), int>();

    /// <summary>Who knows whom from elsewhere.</summary>
    public IReadOnlySet<(int, int)> Acquainted { get; init; } = new HashSet<(int, int)>();

    /// <summary>Who must not sit with whom.</summary>
    public IReadOnlySet<(int, int)> Apart { get; init; } = new HashSet<(int, int)>();

    /// <summary>How many of two have said that they want to meet the other: 1, or 2 where both do.</summary>
    public IReadOnlyDictionary<(int, int), int> Wishes { get; init; } = new Dictionary<(int, int), int>();

    /// <summary>How well two go together, 0 to 100.</summary>
    public Func<int, int, int>? Affinity { get; init; }

    /// <summary>The same seed gives the same tables.</summary>
    public int Seed { get; init; }
}
