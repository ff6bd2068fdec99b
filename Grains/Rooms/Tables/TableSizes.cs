namespace Weave.Rooms;

/// <summary>How many sit at each table.</summary>
internal static class TableSizes
{
    /// <summary>
    /// As many tables as bring their sizes nearest to the one wished for: first the one furthest from it, then all together; of equal ones the most,
    /// since fewer meet at once. Sizes differ by at most one, the larger tables come first, nobody sits alone.
    /// </summary>
    public static int[] Of(int people, int tableSize)
    {
        var count = Enumerable.Range(1, people / 2).Reverse().MinBy(tables =>
        {
            int small = people / tables, large = people % tables;
            var (below, above) = (Math.Abs(small - tableSize), Math.Abs(small + 1 - tableSize));
            return (large == 0 ? below : Math.Max(below, above), ((tables - large) * below) + (large * above));
        });
        return [.. Enumerable.Range(0, count).Select(table => (people / count) + (table < people % count ? 1 : 0))];
    }
}
