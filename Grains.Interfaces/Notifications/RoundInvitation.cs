using Weave.Matching;

namespace Weave.Notifications;

/// <summary>"A new round: taking part?"</summary>
/// <param name="Round">The round.</param>
/// <param name="Deadline">Until when they can answer.</param>
/// <param name="Standing">They have a standing yes: they are in, and told so in time to skip.</param>
[GenerateSerializer, Immutable, Alias("roundInvitation")]
public sealed record RoundInvitation(
    [property: Id(0)] MatchRoundId Round, [property: Id(1)] DateTimeOffset Deadline, [property: Id(2)] bool Standing = false) : Notice;
