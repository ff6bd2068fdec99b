using System.IO.Compression;
using System.Text.Json;

namespace Weave.Matching;

/// <summary>
/// What a round keeps to prove its pairing: the dual solution, whose sum bounds the weight of every pairing of the pairs considered, and whether the check of it
/// against the graph has found no fault (<see cref="MatchingCertificate"/>).
/// </summary>
/// <param name="Pairs">How many pairs were considered.</param>
/// <param name="AllPairs">Whether these were all that can meet.</param>
/// <param name="Weight">The weight of the pairs, before an odd one joined.</param>
/// <param name="Sound">The proof was checked.</param>
/// <param name="Duals">The dual solution; vertices are in the order that the seed gave the participants.</param>
internal sealed record PairingCertificate(long Pairs, bool AllPairs, long Weight, bool Sound, DualSolution Duals)
{
    public static PairingCertificate Of(WeightedGraph graph, WeightedMatching matching, bool allPairs) =>
        new(graph.Edges, allPairs, matching.Weight, MatchingCertificate.Fault(graph, matching, maximumCardinality: true) is null, matching.Proof);

    /// <summary>To be stored: compressed JSON.</summary>
    public byte[] ToBytes()
    {
        using var bytes = new MemoryStream();
        using (var compressed = new BrotliStream(bytes, CompressionLevel.Fastest))
            JsonSerializer.Serialize(compressed, this);
        return bytes.ToArray();
    }

    public static PairingCertificate FromBytes(byte[] bytes)
    {
        using var compressed = new BrotliStream(new MemoryStream(bytes), CompressionMode.Decompress);
        return JsonSerializer.Deserialize<PairingCertificate>(compressed) ?? throw new InvalidOperationException("A stored certificate is empty.");
    }
}
