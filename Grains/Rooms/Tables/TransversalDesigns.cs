namespace Weave.Rooms;

/// <summary>
/// Resolvable transversal designs: <c>size</c> groups of <c>m</c> people, each table with one of every group. Round <c>a</c> seats at table <c>b</c>
/// the person <c>b + a·e(i)</c> of each group i, in the product of the fields of m's prime powers; two rounds share no pair while all differences of
/// the a's times those of the e's are not divisors of zero (MacNeish's orthogonal squares; Colbourn and Dinitz, Handbook of Combinatorial Designs,
/// III.3). Where the people of one group fill tables among themselves, they do so in further rounds: affine planes and spaces come out of it.
/// </summary>
internal static class TransversalDesigns
{
    public static IEnumerable<int[][]> Rounds(int m, int size)
    {
        if (m < size)
            return [];
        var fields = PrimePowers(m).Select(power => FiniteField.Of(power)!).ToArray();
        var units = fields.Length == 0 ? 1 : fields.Min(field => field.Size);
        var diagonal = Enumerable.Range(0, units).Select(i => fields.Reverse().Aggregate(0, (value, field) => (value * field.Size) + i)).ToArray();
        var all = Enumerable.Range(0, m).ToArray();
        var (slopes, points) = size <= units ? (all, diagonal) : (diagonal, all);
        var across = slopes.Select(a => all.Select(b => Enumerable.Range(0, size).Select(i => (i * m) + Plus(b, Times(a, points[i]))).ToArray()).ToArray());
        return m % size == 0 ? across.Concat(Within()) : across;

        IEnumerable<int[][]> Within() => Designs.Best(m / size, size)
            .Select(round => Enumerable.Range(0, size).SelectMany(i => round.Select(table => table.Select(x => (i * m) + x).ToArray())).ToArray());

        int Plus(int a, int b) => Each(a, b, (field, x, y) => field.Plus(x, y));

        int Times(int a, int b) => Each(a, b, (field, x, y) => field.Times(x, y));

        int Each(int a, int b, Func<FiniteField, int, int, int> operate)
        {
            var (value, unit) = (0, 1);
            foreach (var field in fields)
            {
                value += unit * operate(field, a / unit % field.Size, b / unit % field.Size);
                unit *= field.Size;
            }
            return value;
        }
    }

    private static IEnumerable<int> PrimePowers(int number)
    {
        for (var prime = 2; number > 1; prime++)
        {
            var power = 1;
            for (; number % prime == 0; number /= prime)
                power *= prime;
            if (power > 1)
                yield return power;
        }
    }
}
