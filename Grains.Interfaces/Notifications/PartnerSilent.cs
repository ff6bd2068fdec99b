using Weave.Matching;

namespace Weave.Notifications;

/// <summary>The partner has still not answered: there is the choice to find somebody else.</summary>
[GenerateSerializer, Immutable, Alias("partnerSilent")]
public sealed record PartnerSilent([property: Id(0)] MatchId Match) : Notice;
