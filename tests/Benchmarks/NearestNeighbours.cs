namespace Weave.Matching;

/// <summary>Points in a cube of eight dimensions, each joined with those nearest to it; the nearer, the heavier. A k-d tree finds them.</summary>
internal static class NearestNeighbours
{
    private const int Dimensions = 8;
    private const int Leaf = 16;

    public static IReadOnlyCollection<WeightedEdge> Graph(Random random, int vertices, int degree)
    {
        var points = new float[vertices * Dimensions];
        foreach (ref var x in points.AsSpan())
            x = random.NextSingle();
        var order = Enumerable.Range(0, vertices).ToArray();
        Split(points, order, 0);

        var nearest = new (float Distance, int Point)[vertices][];
        Parallel.For(0, vertices, point =>
        {
            var found = new List<(float, int)>();
            Search(points, order, 0, vertices, 0, point, degree, found);
            nearest[point] = [.. found];
        });

        // One rank after the other, until the degree is what it should be.
        var pairs = new HashSet<(int, int)>();
        var edges = new List<WeightedEdge>();
        for (var rank = 0; rank < degree; rank++)
        {
            for (var u = 0; u < vertices && edges.Count < (long)vertices * degree / 2; u++)
            {
                if (rank >= nearest[u].Length)
                    continue;
                var (distance, v) = nearest[u][rank];
                if (pairs.Add((Math.Min(u, v), Math.Max(u, v))))
                    edges.Add(new(u, v, Math.Max(1, (long)Math.Round(10_000 * (1 - Math.Sqrt(distance / Dimensions))))));
            }
        }
        return edges;
    }

    private static void Split(float[] points, Span<int> order, int axis)
    {
        if (order.Length <= Leaf)
            return;
        order.Sort((a, b) => points[a * Dimensions + axis].CompareTo(points[b * Dimensions + axis]));
        var half = order.Length / 2;
        Split(points, order[..half], (axis + 1) % Dimensions);
        Split(points, order[half..], (axis + 1) % Dimensions);
    }

    private static void Search(float[] points, int[] order, int begin, int end, int axis, int point, int count, List<(float Distance, int Point)> found)
    {
        if (end - begin <= Leaf)
        {
            for (var i = begin; i < end; i++)
            {
                if (order[i] != point)
                    Keep((Distance(points, point, order[i]), order[i]), count, found);
            }
            return;
        }
        var half = begin + (end - begin) / 2;
        var gap = points[point * Dimensions + axis] - points[order[half] * Dimensions + axis];
        var next = (axis + 1) % Dimensions;
        Search(points, order, gap < 0 ? begin : half, gap < 0 ? half : end, next, point, count, found);
        if (found.Count < count || gap * gap < found[^1].Distance)
            Search(points, order, gap < 0 ? half : begin, gap < 0 ? end : half, next, point, count, found);
    }

    private static void Keep((float Distance, int Point) candidate, int count, List<(float Distance, int Point)> found)
    {
        if (found.Count == count && candidate.Distance >= found[^1].Distance)
            return;
        if (found.Count == count)
            found.RemoveAt(count - 1);
        var at = found.BinarySearch(candidate);
        found.Insert(at < 0 ? ~at : at, candidate);
    }

    private static float Distance(float[] points, int a, int b)
    {
        var sum = 0f;
        for (var i = 0; i < Dimensions; i++)
        {
            var gap = points[a * Dimensions + i] - points[b * Dimensions + i];
            sum += gap * gap;
        }
        return sum;
    }
}
