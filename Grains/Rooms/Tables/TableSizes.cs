namespace Weave.Rooms;

/// <summary>How many sit at each table.</summary>
internal static class TableSizes
{
    /// <summary>
    /// As few tables as seat nobody at a larger one than wished for: the smaller the tables, the fewer meet again. One less where somebody would sit alone.
    /// Sizes differ by at most one, the larger tables come first.
    /// </summary>
    public static int[] Of(int people, int tableSize)
    {
        var count = Math.Min((people + tableSize - 1) / tableSize, people / 2);
        return [.. Enumerable.Range(0, count).Select(table => (people / count) + (table < people % count ? 1 : 0))];
    }
}
