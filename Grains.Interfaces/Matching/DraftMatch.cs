using System.Collections.Immutable;

namespace Weave.Matching;

/// <summary>A match that has been planned and told to nobody.</summary>
[GenerateSerializer, Immutable, Alias("draftMatch")]
public sealed record DraftMatch([property: Id(0)] ImmutableArray<Guid> Members, [property: Id(1)] ImmutableArray<MatchReason> Reasons);
