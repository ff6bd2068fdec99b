using System.Globalization;

namespace Weave.Matching;

/// <summary>Writes a graph of a family.</summary>
internal static class GraphCommand
{
    public static int Run(ReadOnlySpan<string> args)
    {
        if (args.Length is < 4 or > 5)
            throw new FormatException("Give family, vertices, degree and file.");
        var (vertices, degree) = (Number(args[1]), Number(args[2]));
        var random = new Random(args.Length == 5 ? Number(args[4]) : 1);
        IReadOnlyCollection<WeightedEdge> edges = args[0] switch
        {
            "random" => GraphFamilies.Random(random, vertices, degree, 1000),
            "ties" => GraphFamilies.Random(random, vertices, degree, 3),
            "nearest" => NearestNeighbours.Graph(random, vertices, degree),
            "complete" => GraphFamilies.NearComplete(random, vertices),
            "clustered" => GraphFamilies.Clustered(random, vertices, degree),
            "chain" => GraphFamilies.ChainOfTriangles(random, vertices),
            "nested" => GraphFamilies.NestedBlossoms(random, vertices),
            var family => throw new FormatException($"There is no family {family}."),
        };
        GraphFile.Write(args[3], vertices, edges);
        return 0;
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
