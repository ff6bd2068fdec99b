using System.Data.Common;
using System.Text.Json;
using Dapper;

namespace Weave.Matching;

/// <summary>The SQL behind what happens to a round's matches after the pairing: who wants another partner, new matches, and what was heard of them all.</summary>
internal sealed class Repairs(DbDataSource database, string round)
{
    public async Task<bool> IsWaiting(Guid member)
    {
        await using var db = await database.OpenConnectionAsync();
        return await db.ExecuteScalarAsync<int>("SELECT COUNT(*) FROM RoundWaiting WHERE Round = @round AND Member = @member", new { round, member }) > 0;
    }

    /// <summary>Those who wait, the first ones first.</summary>
    public async Task<IReadOnlyList<Guid>> Waiting(int take)
    {
        await using var db = await database.OpenConnectionAsync();
        return [.. await db.QueryAsync<Guid>("SELECT Member FROM RoundWaiting WHERE Round = @round ORDER BY Since, Member LIMIT @take", new { round, take })];
    }

    public Task PutWaiting(Guid member, DateTimeOffset since) => Run(
        "INSERT INTO RoundWaiting (Round, Member, Since) VALUES (@round, @member, @since) ON CONFLICT DO NOTHING", new { round, member, since });

    public Task RemoveWaiting(Guid member) => Run("DELETE FROM RoundWaiting WHERE Round = @round AND Member = @member", new { round, member });

    /// <summary>Those among these who have been put together in this round already.</summary>
    public async Task<IReadOnlyList<(Guid A, Guid B)>> Together(IReadOnlyList<Guid> members)
    {
        await using var db = await database.OpenConnectionAsync();
        return [.. await db.QueryAsync<(Guid, Guid)>(
            """
            SELECT a.Member, b.Member FROM MatchPartner AS a JOIN MatchPartner AS b ON b.Round = a.Round AND b.Number = a.Number AND b.Member > a.Member
            WHERE a.Round = @round AND a.Member IN @members AND b.Member IN @members
            """, new { round, members = InList.Of(members.Select(member => member.ToString("N"))) })];
    }

    /// <summary>Stores more matches of the round; their members wait no longer. One transaction, so that it is never done twice.</summary>
    public async Task Put(IReadOnlyList<PlannedMatch> matches)
    {
        await using var db = await database.OpenForWriting();
        await using var transaction = await db.BeginTransactionAsync();
        var last = await db.ExecuteScalarAsync<int>("SELECT COALESCE(MAX(Number), 0) FROM RoundMatch WHERE Round = @round", new { round }, transaction);
        await db.ExecuteAsync(
            "INSERT INTO RoundMatch (Round, Number, Planned, Told, Met) VALUES (@round, @number, @planned, 0, 0)",
            matches.Select((match, i) => new { round, number = last + i + 1, planned = JsonSerializer.Serialize(match) }), transaction);
        await db.ExecuteAsync(
            "DELETE FROM RoundWaiting WHERE Round = @round AND Member = @member",
            matches.SelectMany(match => match.Members).Select(member => new { round, member }), transaction);
        await transaction.CommitAsync();
    }

    public Task Heard(int number, Guid member, MatchOutcome outcome, int useful) => Run(
        """
        INSERT INTO RoundHeard (Round, Number, Member, Outcome, Useful) VALUES (@round, @number, @member, @said, @useful)
        ON CONFLICT (Round, Number, Member) DO UPDATE SET Outcome = excluded.Outcome, Useful = excluded.Useful
        """, new { round, number, member, said = (int)outcome, useful });

    /// <summary>How many said how it went, how many rated it, and the sum of these ratings.</summary>
    public async Task<(int Heard, int Rated, int Useful)> Feedback()
    {
        await using var db = await database.OpenConnectionAsync();
        return await db.QuerySingleAsync<(int, int, int)>(
            """
            SELECT (SELECT COUNT(*) FROM RoundHeard WHERE Round = @round AND Outcome > 0) AS Heard,
              (SELECT COUNT(*) FROM RoundHeard WHERE Round = @round AND Useful > 0) AS Rated,
              (SELECT COALESCE(SUM(Useful), 0) FROM RoundHeard WHERE Round = @round) AS Useful
            """, new { round });
    }

    private async Task Run(string sql, object arguments)
    {
        await using var db = await database.OpenForWriting();
        await db.ExecuteAsync(sql, arguments);
    }
}
