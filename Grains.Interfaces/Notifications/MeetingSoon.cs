using Weave.Matching;

namespace Weave.Notifications;

/// <summary>The meeting begins in an hour.</summary>
[GenerateSerializer, Immutable, Alias("meetingSoon")]
public sealed record MeetingSoon([property: Id(0)] MatchId Match, [property: Id(1)] int Sequence) : Notice;
