using Weave.Matching;

namespace Weave.Notifications;

/// <summary>A partner proposes how or when to meet. Not sent any more when the offer was changed or agreed to.</summary>
[GenerateSerializer, Immutable, Alias("meetingProposed")]
public sealed record MeetingProposed([property: Id(0)] MatchId Match, [property: Id(1)] Guid Partner) : Notice;
