using Weave.Rooms;

namespace Weave.Matching;

/// <summary>
/// Groups of three to five, as the planner of tables finds them (<see cref="SeatingPlanner"/>): as few repeats as possible, then the best scores. People are taken in
/// parts of a few hundred at most, those with the same languages together. Not proven to be the best.
/// </summary>
internal static class LargerGroups
{
    private const int Part = 200;

    public static IReadOnlyList<int[]> Of(PairWeights weights, int size, int seed)
    {
        var groups = new List<int[]>();
        var people = Enumerable.Range(0, weights.Count).OrderBy(person => weights.Affinity.People[person].Languages.A)
            .ThenBy(person => weights.Affinity.People[person].Languages.B).ThenBy(person => weights.Affinity.People[person].Languages.C).ToList();
        var parts = (people.Count + Part - 1) / Part;
        foreach (var part in people.Chunk(Math.Max(1, (people.Count + parts - 1) / Math.Max(1, parts))))
            groups.AddRange(part.Length < 2 ? [part] : Tables(weights, part, size, seed).SelectMany(table => Split(weights, table)));
        foreach (var alone in groups.Where(group => group.Length == 1).ToList())
            TakeIn(weights, groups, alone);
        return groups;
    }

    private static IEnumerable<int[]> Tables(PairWeights weights, int[] people, int size, int seed)
    {
        var (met, apart) = (new Dictionary<(int, int), int>(), new HashSet<(int, int)>());
        foreach (var (a, b) in people.SelectMany(a => people.Where(b => a < b).Select(b => (a, b))))
        {
            if (!weights.CanMeet(a, b))
                apart.Add((a, b));
            else if (weights.History.Met(a, b) is not null)
                met[(a, b)] = 1;
        }
        var problem = new SeatingProblem
        {
            People = [.. people.Order()],
            TableSize = size,
            Met = met,
            Apart = apart,
            Affinity = (a, b) => (int)Math.Clamp(weights.Affinity.Between(a, b), 0, 100),
            Seed = seed,
        };
        return SeatingPlanner.Plan(problem, [])[0].Tables.Select(table => table.ToArray());
    }

    /// <summary>Whoever could not be kept apart from somebody of their table leaves it.</summary>
    private static IEnumerable<int[]> Split(PairWeights weights, int[] table)
    {
        List<int> stay = [.. table];
        while (stay.MaxBy(a => stay.Count(b => a != b && !weights.CanMeet(a, b))) is var worst && stay.Exists(b => b != worst && !weights.CanMeet(worst, b)))
        {
            stay.Remove(worst);
            yield return [worst];
        }
        yield return [.. stay];
    }

    private static void TakeIn(PairWeights weights, List<int[]> groups, int[] alone)
    {
        var host = groups.Where(group => group != alone && group.All(member => weights.CanMeet(member, alone[0])))
            .OrderBy(group => group.Length).ThenByDescending(group => group.Sum(member => weights.Together(member, alone[0]))).FirstOrDefault();
        if (host is null || !groups.Remove(alone))
            return;
        groups[groups.IndexOf(host)] = [.. host, alone[0]];
    }
}
