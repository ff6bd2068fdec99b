namespace Weave.Matching;

/// <summary>What an organizer decides when opening a match round.</summary>
/// <param name="Deadline">Until when members answer; they are paired then, or earlier when an organizer says so.</param>
[GenerateSerializer, Immutable, Alias("matchRoundPlan")]
public sealed record MatchRoundPlan([property: Id(0)] DateTimeOffset Deadline);
