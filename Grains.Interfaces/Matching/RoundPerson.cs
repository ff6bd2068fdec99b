namespace Weave.Matching;

/// <summary>Somebody in a match round, for its organizers.</summary>
[GenerateSerializer, Immutable, Alias("roundPerson")]
public sealed record RoundPerson([property: Id(0)] Guid Member, [property: Id(1)] RoundAnswer Answer, [property: Id(2)] bool Standing, [property: Id(3)] DateTimeOffset? PausedUntil);
