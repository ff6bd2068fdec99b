using System.Collections.Immutable;

namespace Weave.Rooms;

/// <summary>Makes a plan fit those who are here now: who has come takes the place of somebody who has gone, in all rounds, where it costs least.</summary>
internal static class Mending
{
    public static int[][] Rounds(Draft draft, IReadOnlyList<int> people, ImmutableArray<PlannedRound> before, int rounds, Random random)
    {
        var index = people.Select((person, i) => (person, i)).ToDictionary(of => of.person, of => of.i);
        var kept = before.Take(rounds).Select(round => round.Tables.Select(table => table.Where(index.ContainsKey).Select(person => index[person]).ToArray()).ToArray()).ToArray();
        var planned = before[0].Tables.SelectMany(table => table).ToHashSet();
        var gone = planned.Where(person => !index.ContainsKey(person)).ToList();
        var come = people.Where(person => !planned.Contains(person)).Select(person => index[person]).ToList();
        foreach (var round in kept)
            draft.Add(round, 1);

        var heirs = new Dictionary<int, int>();
        foreach (var person in come.ToList())
        {
            if (gone.Count == 0)
                break;
            var place = gone.MinBy(left => Company(left).Sum(table => draft.Cost(person, table)));
            heirs[place] = person;
            gone.Remove(place);
            come.Remove(person);
        }
        foreach (var round in kept)
            draft.Add(round, -1);

        var seated = new List<int[]>();
        for (var round = 0; round < rounds; round++)
        {
            var order = Enumerable.Range(0, people.Count).ToArray();
            random.Shuffle(order);
            seated.Add(round >= kept.Length
                ? draft.Round([], order)
                : draft.Round(before[round].Tables.Select(table => table.Select(Now).Where(person => person >= 0)), come));
        }
        draft.Forget(seated);
        return [.. seated];

        IEnumerable<int[]> Company(int left) => kept.Select((round, i) => round[before[i].Tables.TakeWhile(table => !table.Contains(left)).Count()]);

        int Now(int person) => index.TryGetValue(person, out var i) ? i : heirs.GetValueOrDefault(person, -1);
    }
}
