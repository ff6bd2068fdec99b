using System.Collections.Immutable;
using Weave.Members;

namespace Weave.Rooms;

/// <summary>A room's side of the ledger of who has met whom.</summary>
internal sealed class Meetings(IGrainFactory grains, Guid room)
{
    private IAcquaintancesGrain Ledger => grains.GetGrain<IAcquaintancesGrain>(0);

    /// <summary>Writes down who has met at the tables of a round; harmless when repeated.</summary>
    public Task Record(PastRound round, ImmutableArray<Guest> guests) => Task.WhenAll(round.Tables.Select((table, i) => table.Length > 1
        ? Ledger.Record([.. table.Select(number => guests[number].Member)], $"room:{room:N}:{round.Number}:{i + 1}", round.EndedAt)
        : Task.CompletedTask));
}
