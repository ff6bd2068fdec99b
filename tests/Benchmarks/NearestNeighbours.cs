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
        var splits = new float[vertices];
        Split(points, order, splits, 0);

        // Many are near to each other: so few for each are enough.
        var count = 4 * degree / 5 + 1;
        var nearest = new (float Distance, int Point)[vertices][];
        Parallel.For(0, vertices, point =>
        {
            var found = new List<(float, int)>();
            Search(points, order, splits, 0, vertices, 0, point, count, new float[Dimensions], 0, found);
            nearest[point] = [.. found];
        });

        // One rank after the other, until the degree is what it should be.
        var pairs = new HashSet<(int, int)>();
        var edges = new List<WeightedEdge>();
        for (var rank = 0; rank < count; rank++)
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

    /// <summary>Halves the points again and again, each time by another axis; the value between two halves is kept at the place where the second begins.</summary>
    private static void Split(float[] points, Span<int> order, Span<float> splits, int axis)
    {
        if (order.Length <= Leaf)
            return;
        order.Sort((a, b) => points[a * Dimensions + axis].CompareTo(points[b * Dimensions + axis]));
        var half = order.Length / 2;
        splits[half] = points[order[half] * Dimensions + axis];
        Split(points, order[..half], splits[..half], (axis + 1) % Dimensions);
        Split(points, order[half..], splits[half..], (axis + 1) % Dimensions);
    }

    /// <param name="gaps">How far the point is outside of the cell, by axis.</param>
    /// <param name="distance">How far in all, squared.</param>
    private static void Search(
        float[] points, int[] order, float[] splits, int begin, int end, int axis, int point, int count, float[] gaps, float distance,
        List<(float Distance, int Point)> found)
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
        var gap = points[point * Dimensions + axis] - splits[half];
        var next = (axis + 1) % Dimensions;
        Search(points, order, splits, gap < 0 ? begin : half, gap < 0 ? half : end, next, point, count, gaps, distance, found);

        var before = gaps[axis];
        var beyond = distance - before * before + gap * gap;
        if (found.Count == count && beyond >= found[^1].Distance)
            return;
        gaps[axis] = gap;
        Search(points, order, splits, gap < 0 ? half : begin, gap < 0 ? end : half, next, point, count, gaps, beyond, found);
        gaps[axis] = before;
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
