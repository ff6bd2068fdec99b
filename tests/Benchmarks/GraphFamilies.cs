namespace Weave.Matching;

/// <summary>Graphs to measure with. All vertices are numbered at random, so that nothing is near in memory that would not be in life.</summary>
internal static class GraphFamilies
{
    public static IReadOnlyCollection<WeightedEdge> Random(Random random, int vertices, int degree, int heaviest)
    {
        var pairs = new HashSet<(int, int)>();
        var edges = new List<WeightedEdge>();
        while (edges.Count < (long)vertices * degree / 2)
        {
            var (u, v) = (random.Next(vertices), random.Next(vertices));
            if (u != v && pairs.Add((Math.Min(u, v), Math.Max(u, v))))
                edges.Add(new(u, v, random.Next(1, heaviest + 1)));
        }
        return edges;
    }

    /// <summary>Nineteen of twenty pairs.</summary>
    public static IReadOnlyCollection<WeightedEdge> NearComplete(Random random, int vertices)
    {
        var edges = new List<WeightedEdge>();
        for (var u = 0; u < vertices; u++)
        {
            for (var v = u + 1; v < vertices; v++)
            {
                if (random.Next(20) != 0)
                    edges.Add(new(u, v, random.Next(1, 10_001)));
            }
        }
        return edges;
    }

    /// <summary>Circles of 10 to 60 people who know much of each other; one edge in ten leads outside and weighs less.</summary>
    public static IReadOnlyCollection<WeightedEdge> Clustered(Random random, int vertices, int degree)
    {
        var names = Names(random, vertices);
        var edges = new List<WeightedEdge>();
        for (var (begin, size) = (0, 0); begin < vertices; begin += size)
        {
            size = Math.Min(random.Next(10, 61), vertices - begin);
            for (var i = 0; i < size * degree / 2; i++)
            {
                var u = begin + random.Next(size);
                if (random.Next(10) == 0)
                    edges.Add(new(names[u], names[random.Next(vertices)], random.Next(1, 500)));
                else
                    edges.Add(new(names[u], names[begin + random.Next(size)], random.Next(300, 1001)));
            }
        }
        return edges;
    }

    /// <summary>Triangles, each joined with the next by an edge that weighs less than its own.</summary>
    public static IReadOnlyCollection<WeightedEdge> ChainOfTriangles(Random random, int vertices)
    {
        var names = Names(random, vertices);
        var edges = new List<WeightedEdge>();
        for (var a = 0; a + 2 < vertices; a += 3)
        {
            edges.Add(new(names[a], names[a + 1], 100 + random.Next(3)));
            edges.Add(new(names[a + 1], names[a + 2], 100 + random.Next(3)));
            edges.Add(new(names[a], names[a + 2], 100 + random.Next(3)));
            if (a + 3 < vertices)
                edges.Add(new(names[a + 2], names[a + 3], 60 + random.Next(30)));
        }
        return edges;
    }

    /// <summary>Blossoms in blossoms, a hundred deep: each pair is joined, more weakly than all before, with what the pairs before it make up.</summary>
    public static IReadOnlyCollection<WeightedEdge> NestedBlossoms(Random random, int vertices)
    {
        var names = Names(random, vertices);
        var edges = new List<WeightedEdge>();
        for (var v = 1; v + 1 < vertices; v += 2)
        {
            var (first, layer) = (v - v % 200, v % 200 / 2);
            var (left, right, strength) = (random.Next(first, v), random.Next(first, v), 100_000 - 100 * layer);
            edges.Add(new(names[v], names[v + 1], strength - random.Next(50)));
            edges.Add(new(names[left], names[v], strength - random.Next(50)));
            edges.Add(new(names[right], names[v + 1], strength - random.Next(50)));
            if (v > 200)
                edges.Add(new(names[random.Next(v)], names[v], 50_000 + random.Next(20_000)));
        }
        return edges;
    }

    private static int[] Names(Random random, int vertices)
    {
        var names = Enumerable.Range(0, vertices).ToArray();
        random.Shuffle(names);
        return names;
    }
}
