using System.Collections.Immutable;
using Weave.Members;

namespace Weave.Rooms;

/// <summary>A room's side of the ledger of who has met whom.</summary>
internal sealed class Meetings(IGrainFactory grains, Guid room)
{
    private IAcquaintancesGrain Ledger => grains.GetGrain<IAcquaintancesGrain>(0);

    /// <summary>Writes down who has met at the tables of a round; harmless when repeated.</summary>
    public async Task Record(PastRound round, ImmutableArray<Guest> guests)
    {
        for (var table = 0; table < round.Tables.Length; table++)
        {
            if (round.Tables[table].Length > 1)
                await Ledger.Record([.. round.Tables[table].Select(number => guests[number].Member)], $"room:{room:N}:{round.Number}:{table + 1}", round.EndedAt);
        }
    }
}
