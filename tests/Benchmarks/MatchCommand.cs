using System.Diagnostics;
using System.Globalization;

namespace Weave.Matching;

/// <summary>Reads a graph, finds its best matching and prints one line about it.</summary>
internal static class MatchCommand
{
    public static int Run(ReadOnlySpan<string> args)
    {
        var file = args.Length > 0 ? args[0] : throw new ArgumentException("Which file?");
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
                    throw new ArgumentException($"There is no option {option}.");
            }
        }

        WarmUp(maximumCardinality);
        var graph = GraphFile.Read(file);
        var watch = Stopwatch.StartNew();
        var matching = MaximumWeightMatching.Solve(graph, maximumCardinality);
        var seconds = watch.Elapsed.TotalSeconds;
        using var process = Process.GetCurrentProcess();
        var memory = process.PeakWorkingSet64 >> 20;
        var proof = MatchingCertificate.Fault(graph, matching, maximumCardinality) is { } fault ? $"certificate wrong: {fault}" : "certificate ok";
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"size {matching.Size} weight {matching.Weight} seconds {seconds:0.0000} memory_mb {memory} {proof}"));
        return proof == "certificate ok" ? 0 : 1;
    }

    /// <summary>Has the code compiled before the watch starts.</summary>
    private static void WarmUp(bool maximumCardinality)
    {
        var random = new Random(1);
        var edges = new WeightedEdge[3000];
        foreach (ref var edge in edges.AsSpan())
            edge = new(random.Next(500), random.Next(500), random.Next(1, 30));
        MaximumWeightMatching.Solve(new(500, edges), maximumCardinality);
    }
}
