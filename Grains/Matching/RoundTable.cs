using System.Data.Common;
using System.Text.Json;
using Dapper;
using Weave.Members;

namespace Weave.Matching;

/// <summary>The SQL behind one match round. Who has a row in RoundMember was asked, or has answered before being asked.</summary>
internal sealed class RoundTable(DbDataSource database, string round)
{
    public async Task PutAnswer(Guid member, RoundAnswer answer)
    {
        await using var db = await database.OpenForWriting();
        await db.ExecuteAsync(
            """
            INSERT INTO RoundMember (Round, Member, Answer, LeftOver, Reacted) VALUES (@round, @member, @answer, 0, 1)
            ON CONFLICT (Round, Member) DO UPDATE SET Answer = excluded.Answer, Standing = 0, Reacted = 1
            """, new { round, member, answer = (int)answer });
    }

    /// <summary>What one member said; null when they were not asked.</summary>
    public async Task<RoundAnswer?> AnswerOf(Guid member)
    {
        await using var db = await database.OpenConnectionAsync();
        return (RoundAnswer?)await db.ExecuteScalarAsync<int?>(
            "SELECT Answer FROM RoundMember WHERE Round = @round AND Member = @member", new { round, member });
    }

    /// <summary>The number of the latest match a member was told of; null without one.</summary>
    public async Task<int?> MatchOf(Guid member)
    {
        await using var db = await database.OpenConnectionAsync();
        return await db.ExecuteScalarAsync<int?>(
            "SELECT MAX(Number) FROM MatchPartner WHERE Member = @member AND Round = @round", new { round, member });
    }

    public async Task<RoundNumbers> Numbers()
    {
        await using var db = await database.OpenConnectionAsync();
        return await db.QuerySingleAsync<RoundNumbers>(
            """
            SELECT (SELECT COUNT(*) FROM RoundMember WHERE Round = @round) AS Asked,
              (SELECT COUNT(*) FROM RoundMember WHERE Round = @round AND Answer = 1) AS SaidIn,
              (SELECT COUNT(*) FROM RoundMember WHERE Round = @round AND Answer = 2) AS SaidOut,
              (SELECT COUNT(*) FROM RoundMatch WHERE Round = @round) AS Matches,
              (SELECT COUNT(*) FROM RoundMatch WHERE Round = @round AND Met = 1) AS Met
            """, new { round });
    }

    /// <summary>Who of these were put together in earlier rounds of any community, whether or not they say that they met.</summary>
    public async Task<IReadOnlyList<Acquaintance>> EarlierMatches(IReadOnlyList<Guid> members)
    {
        var asked = members.ToHashSet();
        var found = new List<Acquaintance>();
        await using var db = await database.OpenConnectionAsync();
        // A round may have more people than a statement may have parameters.
        foreach (var some in members.Select(id => id.ToString("N")).Chunk(500))
        {
            var rows = await db.QueryAsync<Earlier>(
                """
                SELECT a.Member AS A, b.Member AS B, COUNT(*) AS Times, MAX(a.Made) AS Last
                FROM MatchPartner AS a JOIN MatchPartner AS b ON b.Round = a.Round AND b.Number = a.Number AND b.Member > a.Member
                WHERE a.Member IN @some GROUP BY a.Member, b.Member
                """, new { some = InList.Of(some) });
            found.AddRange(rows.Where(row => asked.Contains(row.B)).Select(row => new Acquaintance(row.A, row.B, row.Times, row.Last)));
        }
        return found;
    }

    /// <summary>Stores the pairing as a whole, in place of one that was stored before and told to nobody.</summary>
    public async Task PutPlan(RoundPairing pairing)
    {
        var (community, own) = MatchRoundId.Parse(round);
        await using var db = await database.OpenForWriting();
        await using var transaction = await db.BeginTransactionAsync();
        await db.ExecuteAsync(
            """
            DELETE FROM RoundMatch WHERE Round = @round;
            DELETE FROM RoundShortfall WHERE Community = @community AND Number = @own;
            UPDATE RoundMember SET LeftOver = 0 WHERE Round = @round AND LeftOver <> 0;
            """, new { round, community, own }, transaction);
        await db.ExecuteAsync(
            "INSERT INTO RoundMatch (Round, Number, Planned, Told, Met) VALUES (@round, @number, @planned, 0, 0)",
            pairing.Matches.Select((match, i) => new { round, number = i + 1, planned = JsonSerializer.Serialize(match) }), transaction);
        await db.ExecuteAsync(
            "UPDATE RoundMember SET LeftOver = 1 WHERE Round = @round AND Member = @member", pairing.LeftOut.Select(member => new { round, member }), transaction);
        await db.ExecuteAsync(
            "INSERT INTO RoundShortfall (Community, Number, Member, Shortfall) VALUES (@community, @own, @Key, @Value)",
            Fairness.Shortfalls(pairing).Select(entry => new { community, own, entry.Key, entry.Value }), transaction);
        if (pairing.Certificate is { } certificate)
        {
            await db.ExecuteAsync(
                "INSERT INTO RoundCertificate (Round, Certificate) VALUES (@round, @bytes) ON CONFLICT (Round) DO UPDATE SET Certificate = excluded.Certificate",
                new { round, bytes = certificate.ToBytes() }, transaction);
        }
        await transaction.CommitAsync();
    }

    /// <summary>Who fell short of how much in the latest rounds of this community, and how many rounds ago.</summary>
    public async Task<IReadOnlyList<(Guid Member, int RoundsAgo, double Shortfall)>> Shortfalls(int rounds)
    {
        var (community, own) = MatchRoundId.Parse(round);
        await using var db = await database.OpenConnectionAsync();
        return [.. await db.QueryAsync<(Guid, int, double)>(
            "SELECT Member, @own - Number, Shortfall FROM RoundShortfall WHERE Community = @community AND Number < @own AND Number >= @own - @rounds",
            new { community, own, rounds })];
    }

    /// <summary>What proves the pairing; null where none is kept.</summary>
    public async Task<PairingCertificate?> Certificate()
    {
        await using var db = await database.OpenConnectionAsync();
        return await db.ExecuteScalarAsync<byte[]?>("SELECT Certificate FROM RoundCertificate WHERE Round = @round", new { round }) is { } bytes
            ? PairingCertificate.FromBytes(bytes)
            : null;
    }

    /// <summary>The next matches whose partners have not been told.</summary>
    public async Task<IReadOnlyList<(int Number, PlannedMatch Match)>> Untold(int take)
    {
        await using var db = await database.OpenConnectionAsync();
        var rows = await db.QueryAsync<(int Number, string Planned)>(
            "SELECT Number, Planned FROM RoundMatch WHERE Round = @round AND Told = 0 ORDER BY Number LIMIT @take", new { round, take });
        return [.. rows.Select(row => (row.Number, JsonSerializer.Deserialize<PlannedMatch>(row.Planned)!))];
    }

    public async Task<IReadOnlyList<Guid>> UntoldLeftOver(int take)
    {
        await using var db = await database.OpenConnectionAsync();
        return [.. await db.QueryAsync<Guid>(
            "SELECT Member FROM RoundMember WHERE Round = @round AND Answer = 1 AND LeftOver = 1 LIMIT @take", new { round, take })];
    }

    /// <summary>Puts the matches into the lists of their partners; harmless when repeated.</summary>
    public Task PutPartners(IReadOnlyList<(int Number, PlannedMatch Match)> matches, DateTimeOffset made) => RunAll(
        "INSERT INTO MatchPartner (Member, Round, Number, Made) VALUES (@member, @round, @Number, @made) ON CONFLICT DO NOTHING",
        matches.SelectMany(one => one.Match.Members.Select(member => new { member, round, one.Number, made })));

    public Task Told(IReadOnlyList<(int Number, PlannedMatch Match)> matches) => RunAll(
        "UPDATE RoundMatch SET Told = 1 WHERE Round = @round AND Number = @Number", matches.Select(one => new { round, one.Number }));

    public Task ToldLeftOver(IReadOnlyList<Guid> members) => RunAll(
        "UPDATE RoundMember SET LeftOver = 2 WHERE Round = @round AND Member = @member", members.Select(member => new { round, member }));

    public Task Met(int number) => Run("UPDATE RoundMatch SET Met = 1 WHERE Round = @round AND Number = @number", new { round, number });

    private async Task RunAll(string sql, IEnumerable<object> rows)
    {
        await using var db = await database.OpenForWriting();
        await using var transaction = await db.BeginTransactionAsync();
        await db.ExecuteAsync(sql, rows, transaction);
        await transaction.CommitAsync();
    }

    private async Task Run(string sql, object arguments)
    {
        await using var db = await database.OpenForWriting();
        await db.ExecuteAsync(sql, arguments);
    }

    private sealed record Earlier
    {
        public required Guid A { get; init; }
        public required Guid B { get; init; }
        public required int Times { get; init; }
        public required DateTimeOffset Last { get; init; }
    }
}
