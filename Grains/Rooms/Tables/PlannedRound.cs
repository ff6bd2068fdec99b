using System.Collections.Immutable;

namespace Weave.Rooms;

/// <summary>Who will sit with whom in a round to come, as things stand.</summary>
[GenerateSerializer, Immutable, Alias("plannedRound")]
internal sealed record PlannedRound([property: Id(0)] ImmutableArray<ImmutableArray<int>> Tables);
