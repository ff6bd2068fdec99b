using System.Collections.Immutable;

namespace Weave.Rooms;

/// <summary>Who met whom at which table in a round that is over.</summary>
[GenerateSerializer, Immutable, Alias("pastRound")]
internal sealed record PastRound(
    [property: Id(0)] int Number, [property: Id(1)] DateTimeOffset EndedAt, [property: Id(2)] ImmutableArray<ImmutableArray<int>> Tables);
