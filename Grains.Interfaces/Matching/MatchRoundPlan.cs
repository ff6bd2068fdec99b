namespace Weave.Matching;

/// <summary>What an organizer decides when opening a match round.</summary>
/// <param name="Deadline">Until when members answer; they are paired then, or earlier when an organizer says so.</param>
/// <param name="Ends">When people are asked how it was; null for two weeks after they were paired.</param>
[GenerateSerializer, Immutable, Alias("matchRoundPlan")]
public sealed record MatchRoundPlan([property: Id(0)] DateTimeOffset Deadline, [property: Id(1)] DateTimeOffset? Ends = null)
{
    /// <summary>How long the conversations go on when the plan does not say.</summary>
    public static readonly TimeSpan Usual = TimeSpan.FromDays(14);
}
