using Weave.Matching;

namespace Weave.Notifications;

/// <summary>Said yes, but there was nobody to be put together with.</summary>
[GenerateSerializer, Immutable, Alias("noMatch")]
public sealed record NoMatchThisTime([property: Id(0)] MatchRoundId Round) : Notice;
