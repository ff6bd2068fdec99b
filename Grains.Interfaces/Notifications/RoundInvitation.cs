using Weave.Matching;

namespace Weave.Notifications;

/// <summary>"A new round: taking part?"</summary>
[GenerateSerializer, Immutable, Alias("roundInvitation")]
public sealed record RoundInvitation([property: Id(0)] MatchRoundId Round, [property: Id(1)] DateTimeOffset Deadline) : Notice;
