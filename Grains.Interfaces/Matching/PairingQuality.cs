namespace Weave.Matching;

/// <summary>How good a finished pairing is, beside the best there could be.</summary>
[GenerateSerializer, Immutable, Alias("pairingQuality")]
public sealed record PairingQuality
{
    [Id(0)] public PairingProof Proof { get; init; }

    /// <summary>How many pairs it was chosen from.</summary>
    [Id(1)] public long Pairs { get; init; }

    [Id(2)] public int Matches { get; init; }

    /// <summary>Matches of three.</summary>
    [Id(3)] public int Trios { get; init; }

    /// <summary>Who could be put with nobody.</summary>
    [Id(4)] public int LeftOut { get; init; }

    /// <summary>Pairs who have met before.</summary>
    [Id(5)] public int Repeats { get; init; }

    /// <summary>Matches with something to name that they have for each other.</summary>
    [Id(6)] public int InCommon { get; init; }

    /// <summary>Points of a match on average.</summary>
    [Id(7)] public double Mean { get; init; }

    /// <summary>The same for the best pairing if nobody had met before; 0 when it was not looked for.</summary>
    [Id(8)] public double MeanOfStrangers { get; init; }
}
