namespace Weave.Members;

/// <summary>The fact that two members met.</summary>
/// <param name="A">The smaller id of the two in the ledger; the one asked for in <see cref="IAcquaintancesGrain.Of"/>.</param>
/// <param name="B">The other one.</param>
/// <param name="Times">How often.</param>
/// <param name="Last">When they last met.</param>
[GenerateSerializer, Immutable, Alias("acquaintance")]
public sealed record Acquaintance([property: Id(0)] Guid A, [property: Id(1)] Guid B, [property: Id(2)] int Times, [property: Id(3)] DateTimeOffset Last);
