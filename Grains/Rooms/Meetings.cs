using System.Collections.Immutable;
using Weave.Members;

namespace Weave.Rooms;

/// <summary>A room's side of the ledger of who has met whom.</summary>
internal sealed class Meetings(IGrainFactory grains, Guid room)
{
    /// <summary>Writes down who has met at the tables of a round; harmless when repeated.</summary>
    public Task Record(PastRound round, ImmutableArray<Guest> guests) => grains.GetGrain<IAcquaintancesGrain>(0).RecordRound(
        [.. round.Tables.Select(table => (IReadOnlyList<Guid>)[.. table.Select(number => guests[number].Member)])], $"room:{room:N}:{round.Number}", round.EndedAt);
}
