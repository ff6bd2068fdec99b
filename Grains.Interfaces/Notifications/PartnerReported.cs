using Weave.Matching;

namespace Weave.Notifications;

/// <summary>A partner said something new about the conversation.</summary>
[GenerateSerializer, Immutable, Alias("partnerReported")]
public sealed record PartnerReported([property: Id(0)] MatchId Match, [property: Id(1)] Guid Partner, [property: Id(2)] MatchOutcome Outcome) : Notice;
