using Weave.Matching;

namespace Weave.Notifications;

/// <summary>Somebody has waited for an answer for days. Sent once.</summary>
[GenerateSerializer, Immutable, Alias("partnerWaits")]
public sealed record PartnerWaits([property: Id(0)] MatchId Match) : Notice;
