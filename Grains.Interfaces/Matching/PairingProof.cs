namespace Weave.Matching;

/// <summary>What is proven of a pairing. Append, never renumber.</summary>
public enum PairingProof
{
    /// <summary>Nothing: it was made before there were proofs, or changed by hand.</summary>
    None = 0,

    /// <summary>No other choice among all possible pairs scores higher.</summary>
    BestOfAll = 1,

    /// <summary>No other choice among the promising pairs looked at scores higher; all are matched who can be.</summary>
    BestOfPromising = 2,
}
