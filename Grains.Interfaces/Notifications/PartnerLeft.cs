using Weave.Matching;

namespace Weave.Notifications;

/// <summary>One of three has left the match; the others go on.</summary>
[GenerateSerializer, Immutable, Alias("partnerLeft")]
public sealed record PartnerLeft([property: Id(0)] MatchId Match) : Notice;
