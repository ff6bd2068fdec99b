namespace Weave.Rooms;

/// <summary>The rounds a plan begins with when there is none.</summary>
internal static class Opening
{
    /// <param name="design">Rounds known for full tables; those beyond them are made up.</param>
    public static int[][] Rounds(Draft draft, int[][][] design, int rounds, Random random)
    {
        var order = Enumerable.Range(0, draft.People).ToArray();
        random.Shuffle(order);
        var empty = Empty(design[..Math.Min(rounds, design.Length)], (draft.Sizes.Length * draft.Sizes[0]) - draft.People);
        var people = new int[draft.Sizes.Length * draft.Sizes[0]];
        for (var (slot, i) = (0, 0); slot < people.Length; slot++)
            people[slot] = empty.Contains(slot) ? -1 : order[i++];

        var seated = new List<int[]>();
        for (var round = 0; round < rounds; round++)
        {
            random.Shuffle(order);
            seated.Add(round < design.Length
                ? draft.Round(design[round].Select(table => table.Select(slot => people[slot]).Where(person => person >= 0)), [])
                : draft.Round([], order));
        }
        draft.Forget(seated);
        return [.. seated];
    }

    /// <summary>The places nobody takes: as few as possible of them at one table.</summary>
    private static HashSet<int> Empty(int[][][] design, int count)
    {
        var empty = new HashSet<int>();
        var slots = design[0].Sum(table => table.Length);
        while (empty.Count < count)
        {
            empty.Add(Enumerable.Range(0, slots).Reverse().Where(slot => !empty.Contains(slot))
                .MinBy(slot => design.Sum(round => round.First(table => table.Contains(slot)).Count(empty.Contains))));
        }
        return empty;
    }
}
