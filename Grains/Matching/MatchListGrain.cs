using System.Data.Common;
using Dapper;
using Orleans.Concurrency;

namespace Weave.Matching;

/// <summary>Answers from the table MatchPartner; holds nothing itself.</summary>
[StatelessWorker]
internal sealed class MatchListGrain(DbDataSource database) : Grain, IMatchListGrain
{
    private const int MostAtOnce = 100;

    public async Task<Page<MatchId>> List(int skip, int take)
    {
        var arguments = new { Member = this.GetPrimaryKey(), Skip = Math.Max(skip, 0), Take = Math.Clamp(take, 0, MostAtOnce) };
        await using var db = await database.OpenConnectionAsync();
        var rows = await db.QueryAsync<(string Round, int Number)>(
            "SELECT Round, Number FROM MatchPartner WHERE Member = @Member ORDER BY Made DESC, Round, Number LIMIT @Take OFFSET @Skip", arguments);
        var total = await db.ExecuteScalarAsync<int>("SELECT COUNT(*) FROM MatchPartner WHERE Member = @Member", arguments);
        return new([.. rows.Select(row => new MatchId(MatchRoundId.Parse(row.Round), row.Number))], total);
    }
}
