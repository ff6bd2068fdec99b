using System.Diagnostics;
using System.Globalization;

namespace Weave.Matching;

/// <summary>Reads a graph, finds its best matching and prints one line about it.</summary>
internal static class MatchCommand
{
    public static int Run(ReadOnlySpan<string> args)
    {
        var file = args.Length > 0 ? args[0] : throw new FormatException("Which file?");
        var (maximumCardinality, approximate) = (false, false);
        foreach (var option in args[1..])
        {
            switch (option)
            {
                case "--max-cardinality":
                    maximumCardinality = true;
                    break;
                case "--approximate":
                    approximate = true;
                    break;
                default:
                    throw new FormatException($"There is no option {option}.");
            }
        }

        WarmUp(maximumCardinality);
        var graph = GraphFile.Read(file);
        var watch = Stopwatch.StartNew();
        var matching = approximate
            ? MaximumWeightMatching.Approximate(graph, maximumCardinality)
            : MaximumWeightMatching.Solve(graph, maximumCardinality);
        var seconds = watch.Elapsed.TotalSeconds;

        using var process = Process.GetCurrentProcess();
        var memory = process.PeakWorkingSet64 >> 20;
        var fault = approximate ? null : MatchingCertificate.Fault(graph, matching, maximumCardinality);
        var proof = approximate ? string.Create(CultureInfo.InvariantCulture, $"bound {MatchingCertificate.UpperBound(graph, matching, maximumCardinality)}")
            : fault is null ? "certificate ok"
            : $"certificate wrong: {fault}";
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"size {matching.Size} weight {matching.Weight} seconds {seconds:0.0000} memory_mb {memory} {proof}"));
        return fault is null ? 0 : 1;
    }

    /// <summary>Has all of the code compiled before the watch starts.</summary>
    private static void WarmUp(bool maximumCardinality)
    {
        var random = new Random(1);
        foreach (var edges in new[] { GraphFamilies.Random(random, 500, 6, 9), NearestNeighbours.Graph(random, 500, 10), GraphFamilies.NestedBlossoms(random, 500) })
            MaximumWeightMatching.Solve(new(500, [.. edges]), maximumCardinality);
    }
}
