namespace Weave.Matching;

/// <summary>How a match round is meant to go, decided when it is opened.</summary>
/// <param name="Deadline">Until when members answer; they are paired then, or earlier when an organizer says so.</param>
/// <param name="Ends">When the next round is to begin, which ends this one; null when nobody knows yet: then it is two weeks after the pairing.</param>
[GenerateSerializer, Immutable, Alias("matchRoundPlan")]
public sealed record MatchRoundPlan([property: Id(0)] DateTimeOffset Deadline, [property: Id(1)] DateTimeOffset? Ends = null)
{
    /// <summary>How long the conversations go on when the plan does not say.</summary>
    public static readonly TimeSpan Usual = TimeSpan.FromDays(14);
}
