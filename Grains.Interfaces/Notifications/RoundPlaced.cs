using Weave.Matching;

namespace Weave.Notifications;

/// <summary>An organizer has put the member into a round, or taken them out.</summary>
[GenerateSerializer, Immutable, Alias("roundPlaced")]
public sealed record RoundPlaced([property: Id(0)] MatchRoundId Round, [property: Id(1)] bool In) : Notice;
