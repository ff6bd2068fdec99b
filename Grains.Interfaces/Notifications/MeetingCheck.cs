using Weave.Matching;

namespace Weave.Notifications;

/// <summary>"Have you met?", in the middle of the round and after an agreed meeting.</summary>
[GenerateSerializer, Immutable, Alias("meetingCheck")]
public sealed record MeetingCheck([property: Id(0)] MatchId Match) : Notice;
