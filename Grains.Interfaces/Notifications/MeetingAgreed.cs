using Weave.Matching;

namespace Weave.Notifications;

/// <summary>All agree on a meeting, or on another time for it; comes with a calendar entry.</summary>
[GenerateSerializer, Immutable, Alias("meetingAgreed")]
public sealed record MeetingAgreed([property: Id(0)] MatchId Match, [property: Id(1)] int Sequence) : Notice;
