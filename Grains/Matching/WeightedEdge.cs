namespace Weave.Matching;

/// <summary>An undirected edge; vertices count from 0.</summary>
internal readonly record struct WeightedEdge(int U, int V, long Weight);
