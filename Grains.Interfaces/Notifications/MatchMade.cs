using Weave.Matching;

namespace Weave.Notifications;

/// <summary>"Your partner": the card, the reason and the buttons.</summary>
[GenerateSerializer, Immutable, Alias("matchMade")]
public sealed record MatchMade([property: Id(0)] MatchId Match) : Notice;
