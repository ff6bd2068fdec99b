namespace Weave.Matching;

/// <summary>A matching and what proves how good it is.</summary>
internal sealed record WeightedMatching
{
    /// <summary>By vertex: the partner, or -1.</summary>
    public required IReadOnlyList<int> Mates { get; init; }

    /// <summary>The number of pairs.</summary>
    public required int Size { get; init; }

    public required long Weight { get; init; }

    public required DualSolution Proof { get; init; }
}
