namespace Weave.Matching;

/// <summary>When a match round begins, and until when members answer.</summary>
[GenerateSerializer, Immutable, Alias("roundDates")]
public sealed record RoundDates([property: Id(0)] DateTimeOffset Opens, [property: Id(1)] DateTimeOffset Deadline);
