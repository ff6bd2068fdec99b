namespace Weave.Rooms;

/// <summary>
/// Systems in which everybody meets everybody exactly once, over three copies of a finite field: person (x, j) has the number x + q·j
/// (Ray-Chaudhuri and Wilson, "Solution of Kirkman's schoolgirl problem", 1971; for fours Hanani, Ray-Chaudhuri and Wilson, "On resolvable designs", 1972).
/// </summary>
internal static class ResolvableDesigns
{
    /// <summary>Kirkman's: 3q people in threes for q = 6t + 1, in 9t + 1 rounds.</summary>
    public static IEnumerable<int[][]> Threes(FiniteField field)
    {
        var (q, t) = (field.Size, (field.Size - 1) / 6);
        int[][] triples = [.. Enumerable.Range(0, 6 * t).Select(i => new[] { field.Power(i), q + field.Power(i + (2 * t)), (2 * q) + field.Power(i + (4 * t)) })];
        int[][] start =
        [
            [0, q, 2 * q],
            .. from i in Enumerable.Range(0, t) from j in Enumerable.Range(0, 3) select new[] { 0, 2 * t, 4 * t }.Select(step => (j * q) + field.Power(i + step)).ToArray(),
            .. triples.Where((_, i) => i / t % 2 == 1),
        ];
        return Developed(start, field).Concat(triples.Where((_, i) => i / t % 2 == 0).Select(triple => Developed([triple], field).Select(round => round[0]).ToArray()));
    }

    /// <summary>3q + 1 people in fours for q = 4t + 1, in q rounds. The last person stays while the others move.</summary>
    public static IEnumerable<int[][]> Fours(FiniteField field)
    {
        var (q, t) = (field.Size, (field.Size - 1) / 4);
        int[][] start =
        [
            [0, q, 2 * q, 3 * q],
            .. from i in Enumerable.Range(0, t)
               from j in Enumerable.Range(0, 3)
               let k = (j + 1) % 3
               select new[] { (j * q) + field.Power(i), (j * q) + field.Power(i + (2 * t)), (k * q) + field.Power(i + t), (k * q) + field.Power(i + (3 * t)) },
        ];
        return Developed(start, field);
    }

    private static IEnumerable<int[][]> Developed(int[][] start, FiniteField field)
    {
        var q = field.Size;
        return Enumerable.Range(0, q).Select(by => start.Select(table => table.Select(x => x / q > 2 ? x : (x / q * q) + field.Plus(x % q, by)).ToArray()).ToArray());
    }
}
