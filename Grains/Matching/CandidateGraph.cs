using System.Runtime.InteropServices;

namespace Weave.Matching;

/// <summary>
/// The pairs a pairing is chosen from: all that can meet while there are few people, otherwise for each the promising ones (<see cref="PromisingPartners"/>), and
/// as many more as a matching of all that can be matched needs (<see cref="Completion"/>).
/// </summary>
internal static class CandidateGraph
{
    /// <summary>Up to so many people, everybody is compared with everybody.</summary>
    public const int MostForAllPairs = 2000;

    /// <summary>When there are more.</summary>
    public const int PartnersForEach = 30;

    public static List<WeightedEdge> AllPairs(PairWeights weights, CancellationToken cancellation)
    {
        var edges = new List<WeightedEdge>(weights.Count * (weights.Count - 1) / 2);
        for (var a = 0; a < weights.Count; a++)
        {
            cancellation.ThrowIfCancellationRequested();
            for (var b = a + 1; b < weights.Count; b++)
            {
                if (weights.CanMeet(a, b))
                    edges.Add(new(a, b, weights.Pair(a, b)));
            }
        }
        return edges;
    }

    /// <summary>Half of the partners at first; the other half once it is known from a matching of those who is much in demand.</summary>
    public static List<WeightedEdge> Promising(PairWeights weights, int seed, CancellationToken cancellation)
    {
        var partners = new PromisingPartners(weights, seed);
        var edges = new List<WeightedEdge>(weights.Count * PartnersForEach);
        var price = new long[weights.Count];
        Add();
        var matching = MaximumWeightMatching.Solve(new(weights.Count, CollectionsMarshal.AsSpan(edges)), maximumCardinality: true, cancellation);
        // Half of a dual: two that are not to be preferred to their partners cost together as much as they weigh.
        for (var person = 0; person < price.Length; person++)
            price[person] = (matching.Proof.Vertices[person] / 2) - (matching.Proof.Bonus / 2);
        Add();
        return edges;

        void Add()
        {
            for (var person = 0; person < weights.Count; person++)
            {
                cancellation.ThrowIfCancellationRequested();
                edges.AddRange(partners.Of(person, PartnersForEach / 2, price));
            }
        }
    }
}
