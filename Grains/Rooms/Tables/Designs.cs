using System.Collections.Concurrent;

namespace Weave.Rooms;

/// <summary>The most rounds known in which full tables of one size never put two people together twice. People and rounds are numbered from zero.</summary>
internal static class Designs
{
    private static readonly ConcurrentDictionary<(int Tables, int Size), int[][][]> Known = new();

    /// <summary>Rounds of tables of people; one round when nothing better is known. Not to be changed: everybody gets the same.</summary>
    public static int[][][] Best(int tables, int size) => Known.GetOrAdd((tables, size), static of =>
        Constructions(of.Tables, of.Size).Select(rounds => rounds.ToArray()).MaxBy(rounds => rounds.Length)!);

    /// <summary>Rounds after which everybody has met everybody; null when none are known.</summary>
    /// <param name="tables">How many tables.</param>
    /// <param name="size">The places at each.</param>
    /// <param name="people">How many of the places are taken.</param>
    public static int[][][]? Covering(int tables, int size, int people) => (tables, size, people) == (8, 4, 30)
        ? ThirtyInFours.Rounds
        : Starters.Coverings.FirstOrDefault(starter => starter.Size == size && starter.People == tables * size)?.Rounds().ToArray();

    private static IEnumerable<IEnumerable<int[][]>> Constructions(int tables, int size)
    {
        var people = tables * size;
        yield return [[.. Enumerable.Range(0, people).Chunk(size)]];
        if (size == 2)
            yield return Circle(people);
        yield return TransversalDesigns.Rounds(tables, size);
        if (size == 3 && people % 18 == 3 && FiniteField.Of(people / 3) is { } six)
            yield return ResolvableDesigns.Threes(six);
        if (size == 4 && people % 12 == 4 && FiniteField.Of(people / 3) is { } four)
            yield return ResolvableDesigns.Fours(four);
        foreach (var starter in Starters.All.Where(starter => starter.Size == size && starter.People == people))
            yield return starter.Rounds();
    }

    /// <summary>One stays, the others move on by one place around a circle: everybody meets everybody (Lucas, Récréations mathématiques, 1883).</summary>
    private static IEnumerable<int[][]> Circle(int people)
    {
        var others = people - 1;
        return Enumerable.Range(0, others).Select(round =>
            Enumerable.Range(0, people / 2).Select(i => new[] { i == 0 ? others : (round + i) % others, (round + others - i) % others }).ToArray());
    }
}
