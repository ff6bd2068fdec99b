using Weave.Matching;

namespace Weave.Notifications;

/// <summary>"How was it?", at the end of the round.</summary>
[GenerateSerializer, Immutable, Alias("feedbackAsked")]
public sealed record FeedbackAsked([property: Id(0)] MatchId Match) : Notice;
