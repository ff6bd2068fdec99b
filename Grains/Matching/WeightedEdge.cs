using System.Runtime.InteropServices;

namespace Weave.Matching;

/// <summary>An undirected edge; vertices count from 0.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct WeightedEdge(int U, int V, long Weight);
