using Weave.Matching;

namespace Weave.Notifications;

/// <summary>"There is still time to answer": for those who have not.</summary>
[GenerateSerializer, Immutable, Alias("roundReminder")]
public sealed record RoundReminder([property: Id(0)] MatchRoundId Round, [property: Id(1)] DateTimeOffset Deadline) : Notice;
