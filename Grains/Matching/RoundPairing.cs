namespace Weave.Matching;

/// <summary>The pairing of a match round.</summary>
internal sealed record RoundPairing
{
    /// <summary>How many were to be put together; more in a match are a trio, in the sense of <see cref="Fairness"/>.</summary>
    public int GroupSize { get; init; } = 2;

    public required IReadOnlyList<PlannedMatch> Matches { get; init; }

    /// <summary>Who could be put with nobody.</summary>
    public required IReadOnlyList<Guid> LeftOut { get; init; }

    public required PairingQuality Quality { get; init; }

    /// <summary>Null for groups larger than pairs, of which none is known.</summary>
    public PairingCertificate? Certificate { get; init; }
}
