using System.Data.Common;
using Dapper;

namespace Weave.Matching;

/// <summary>
/// Whom a round asks, reminds and puts together: the community's roster, the answers and how each takes part, joined by the database, so that a community of ten
/// thousand is a few statements and not a few calls for each member.
/// </summary>
internal sealed class RoundPeople(DbDataSource database, MatchRoundId id)
{
    private const int RoundsOfSilence = 3;

    private readonly string _round = id.ToString();

    /// <summary>Members who have not been asked, and who are not paused: whether they have a standing yes.</summary>
    public async Task<IReadOnlyList<(Guid Member, bool In)>> Fresh(DateTimeOffset now, int take)
    {
        await using var db = await database.OpenConnectionAsync();
        var rows = await db.QueryAsync<(Guid Member, int Choice)>(
            """
            SELECT m.Member, COALESCE(s.Choice, 0) FROM Membership AS m
            LEFT JOIN Standing AS s ON s.Community = m.Community AND s.Member = m.Member
            WHERE m.Community = @Community AND m.Status >= 2 AND COALESCE(s.PausedUntil, 0) <= @now
              AND NOT EXISTS (SELECT 1 FROM RoundMember AS r WHERE r.Round = @_round AND r.Member = m.Member)
            ORDER BY m.Member LIMIT @take
            """, new { id.Community, _round, now, take });
        return [.. rows.Select(row => (row.Member, row.Choice == (int)StandingChoice.In))];
    }

    /// <summary>Notes that these were asked; whoever has answered meanwhile keeps their answer.</summary>
    public async Task PutAsked(IReadOnlyList<(Guid Member, bool In)> asked, IReadOnlySet<Guid> unreachable)
    {
        await using var db = await database.OpenForWriting();
        await using var transaction = await db.BeginTransactionAsync();
        await db.ExecuteAsync(
            """
            INSERT INTO RoundMember (Round, Member, Answer, LeftOver, Standing, Unreachable) VALUES (@_round, @Member, @Answer, 0, @Standing, @Unreachable)
            ON CONFLICT DO NOTHING
            """,
            asked.Select(one => new { _round, one.Member, Answer = one.In ? 1 : 0, Standing = one.In ? 1 : 0, Unreachable = unreachable.Contains(one.Member) ? 1 : 0 }),
            transaction);
        await transaction.CommitAsync();
    }

    /// <summary>Members who were asked, are not paused, have not answered and were not reminded.</summary>
    public async Task<IReadOnlyList<Guid>> Unanswered(DateTimeOffset now, int take)
    {
        await using var db = await database.OpenConnectionAsync();
        return [.. await db.QueryAsync<Guid>(
            """
            SELECT r.Member FROM RoundMember AS r JOIN Membership AS m ON m.Community = @Community AND m.Member = r.Member AND m.Status >= 2
            LEFT JOIN Standing AS s ON s.Community = @Community AND s.Member = r.Member
            WHERE r.Round = @_round AND r.Answer = 0 AND r.Reminded = 0 AND COALESCE(s.PausedUntil, 0) <= @now
            ORDER BY r.Member LIMIT @take
            """, new { id.Community, _round, now, take })];
    }

    public async Task PutReminded(IReadOnlyList<Guid> members)
    {
        await using var db = await database.OpenForWriting();
        await using var transaction = await db.BeginTransactionAsync();
        await db.ExecuteAsync("UPDATE RoundMember SET Reminded = 1 WHERE Round = @_round AND Member = @member",
            members.Select(member => new { _round, member }), transaction);
        await transaction.CommitAsync();
    }

    /// <summary>Those who are in, still belong to the community and are not paused.</summary>
    public async Task<IReadOnlyList<Guid>> TakePart(DateTimeOffset now)
    {
        await using var db = await database.OpenConnectionAsync();
        return [.. await db.QueryAsync<Guid>(
            """
            SELECT r.Member FROM RoundMember AS r JOIN Membership AS m ON m.Community = @Community AND m.Member = r.Member AND m.Status >= 2
            LEFT JOIN Standing AS s ON s.Community = @Community AND s.Member = r.Member
            WHERE r.Round = @_round AND r.Answer = 1 AND COALESCE(s.PausedUntil, 0) <= @now
            ORDER BY r.Member
            """, new { id.Community, _round, now })];
    }

    /// <summary>What those of the round want in case they are the odd one.</summary>
    public async Task<IReadOnlyDictionary<Guid, OddOne>> Wishes()
    {
        await using var db = await database.OpenConnectionAsync();
        var rows = await db.QueryAsync<(Guid Member, int OddOne)>(
            """
            SELECT r.Member, s.OddOne FROM RoundMember AS r JOIN Standing AS s ON s.Community = @Community AND s.Member = r.Member
            WHERE r.Round = @_round AND r.Answer = 1 AND s.OddOne IS NOT NULL
            """, new { id.Community, _round });
        return rows.ToDictionary(row => row.Member, row => (OddOne)row.OddOne);
    }

    /// <summary>Organizers who would meet the odd one and do not take part anyway.</summary>
    public async Task<IReadOnlyList<Guid>> Hosts(DateTimeOffset now)
    {
        await using var db = await database.OpenConnectionAsync();
        return [.. await db.QueryAsync<Guid>(
            """
            SELECT s.Member FROM Standing AS s JOIN Membership AS m ON m.Community = s.Community AND m.Member = s.Member AND m.Status = 3
            LEFT JOIN RoundMember AS r ON r.Round = @_round AND r.Member = s.Member
            WHERE s.Community = @Community AND s.Hosts = 1 AND COALESCE(s.PausedUntil, 0) <= @now AND COALESCE(r.Answer, 0) <> 1
            ORDER BY s.Member
            """, new { id.Community, _round, now })];
    }

    /// <summary>Whether one's yes is the standing one, and until when one is paused.</summary>
    public async Task<(bool Standing, DateTimeOffset? PausedUntil)> Of(Guid member)
    {
        await using var db = await database.OpenConnectionAsync();
        var standing = await db.ExecuteScalarAsync<int?>("SELECT Standing FROM RoundMember WHERE Round = @_round AND Member = @member", new { _round, member });
        var paused = await db.QuerySingleOrDefaultAsync<DateTimeOffset?>(
            "SELECT PausedUntil FROM Standing WHERE Community = @Community AND Member = @member", new { id.Community, member });
        return (standing == 1, paused);
    }

    /// <summary>
    /// Counts the round to those whose standing yes was all that was heard of them; after three such rounds in a row the standing yes ends. Harmless when repeated.
    /// </summary>
    public async Task CountSilence()
    {
        var arguments = new { id.Community, id.Number, _round, RoundsOfSilence };
        await using var db = await database.OpenForWriting();
        await using var transaction = await db.BeginTransactionAsync();
        await db.ExecuteAsync(
            """
            UPDATE Standing SET Counted = @Number,
              Silent = CASE WHEN EXISTS (SELECT 1 FROM RoundMember AS r WHERE r.Round = @_round AND r.Member = Standing.Member AND r.Reacted = 1) THEN 0 ELSE Silent + 1 END
            WHERE Community = @Community AND Choice = 1 AND Counted < @Number
              AND EXISTS (SELECT 1 FROM RoundMember AS r WHERE r.Round = @_round AND r.Member = Standing.Member AND (r.Standing = 1 OR r.Reacted = 1))
            """, arguments, transaction);
        await db.ExecuteAsync(
            "UPDATE Standing SET Choice = 0, Silent = 0, Ended = @Number WHERE Community = @Community AND Choice = 1 AND Silent >= @RoundsOfSilence",
            arguments, transaction);
        await transaction.CommitAsync();
    }

    /// <summary>Whose standing yes has ended after this round and who have not been told.</summary>
    public async Task<IReadOnlyList<Guid>> Ended(int take)
    {
        await using var db = await database.OpenConnectionAsync();
        return [.. await db.QueryAsync<Guid>(
            "SELECT Member FROM Standing WHERE Community = @Community AND Ended = @Number ORDER BY Member LIMIT @take", new { id.Community, id.Number, take })];
    }

    public async Task PutEnded(IReadOnlyList<Guid> told)
    {
        await using var db = await database.OpenForWriting();
        await using var transaction = await db.BeginTransactionAsync();
        await db.ExecuteAsync("UPDATE Standing SET Ended = NULL WHERE Community = @Community AND Member = @member AND Ended = @Number",
            told.Select(member => new { id.Community, id.Number, member }), transaction);
        await transaction.CommitAsync();
    }

    public async Task PutReacted(Guid member)
    {
        await using var db = await database.OpenForWriting();
        await db.ExecuteAsync("UPDATE RoundMember SET Reacted = 1 WHERE Round = @_round AND Member = @member", new { _round, member });
    }
}
