using Weave.Matching;

namespace Weave.Notifications;

/// <summary>The match has ended for the reader; nothing is said of why.</summary>
[GenerateSerializer, Immutable, Alias("matchOver")]
public sealed record MatchOver([property: Id(0)] MatchId Match) : Notice;
