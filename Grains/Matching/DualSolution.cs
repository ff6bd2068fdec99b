namespace Weave.Matching;

/// <summary>
/// What bounds the weight of every matching of a graph from above. All values are of doubled weights. Nodes are the vertices, then blossoms; each knows the
/// blossom it is in, or -1.
/// </summary>
internal sealed record DualSolution
{
    /// <summary>What is added to each edge, so that more edges are always better than fewer; 0 where the weight alone counts.</summary>
    public required long Bonus { get; init; }

    public required IReadOnlyList<long> Vertices { get; init; }

    /// <summary>By node; 0 for vertices.</summary>
    public required IReadOnlyList<long> Blossoms { get; init; }

    public required IReadOnlyList<int> Parents { get; init; }
}
