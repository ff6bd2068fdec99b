using Weave.Matching;

namespace Weave.Notifications;

/// <summary>A partner called the meeting off; comes with a calendar entry that cancels it.</summary>
[GenerateSerializer, Immutable, Alias("meetingCalledOff")]
public sealed record MeetingCalledOff([property: Id(0)] MatchId Match, [property: Id(1)] int Sequence, [property: Id(2)] Guid Partner) : Notice;
