namespace Weave.Rooms;

/// <summary>Makes rounds of which tables may be too full or too empty into rounds of tables of the right sizes, at the least cost in each step.</summary>
internal sealed class Draft(PairCosts costs, int[] sizes)
{
    public int People => costs.People;

    public int[] Sizes => sizes;

    /// <summary>The seats of a round, given people who are seated already, and those who are not yet.</summary>
    public int[] Round(IEnumerable<IEnumerable<int>> tables, IEnumerable<int> standing)
    {
        // What was the largest table remains one.
        var round = tables.Select(table => table.ToList()).OrderByDescending(table => table.Count).ToList();
        var waiting = standing.ToList();
        foreach (var table in round.Skip(sizes.Length))
            waiting.AddRange(table);
        while (round.Count < sizes.Length)
            round.Add([]);
        for (var table = 0; table < sizes.Length; table++)
        {
            while (round[table].Count > sizes[table])
            {
                var dearest = round[table].MaxBy(person => Cost(person, round[table]))!;
                round[table].Remove(dearest);
                waiting.Add(dearest);
            }
        }
        foreach (var person in waiting)
        {
            var free = Enumerable.Range(0, sizes.Length).Where(table => round[table].Count < sizes[table])
                .MinBy(table => (Cost(person, round[table]), round[table].Count));
            round[free].Add(person);
        }
        Add(round.Take(sizes.Length), 1);
        return [.. round.Take(sizes.Length).SelectMany(table => table)];
    }

    /// <summary>Counts people who sit together as having met, or takes it back.</summary>
    public void Add(IEnumerable<IReadOnlyList<int>> tables, int times)
    {
        foreach (var table in tables)
        {
            for (var i = 0; i < table.Count; i++)
            {
                for (var j = 0; j < i; j++)
                    costs.Add(table[i], table[j], times);
            }
        }
    }

    /// <summary>Takes back what the rounds made here have counted.</summary>
    public void Forget(IEnumerable<int[]> rounds)
    {
        foreach (var seats in rounds)
            Add(sizes.Select((size, table) => seats.AsSpan(sizes.Take(table).Sum(), size).ToArray()), -1);
    }

    /// <summary>Of one person among others.</summary>
    public long Cost(int person, IEnumerable<int> others)
    {
        var next = costs.Next(person);
        long cost = 0;
        foreach (var other in others)
            cost += other == person ? 0 : next[other];
        return cost;
    }
}
