using System.Data.Common;
using Dapper;

namespace Weave.Matching;

/// <summary>What organizers look at: the people of a round by how they stand in it. Who has left the community is not among them.</summary>
internal sealed class DeskTable(DbDataSource database, MatchRoundId id)
{
    private const string Here =
        """
        FROM RoundMember AS r JOIN Membership AS m ON m.Community = @Community AND m.Member = r.Member AND m.Status >= 2
        LEFT JOIN Standing AS s ON s.Community = @Community AND s.Member = r.Member
        WHERE r.Round = @_round
        """;

    private const string PausedMembers =
        """
        FROM Standing AS s JOIN Membership AS m ON m.Community = s.Community AND m.Member = s.Member AND m.Status >= 2
        LEFT JOIN RoundMember AS r ON r.Round = @_round AND r.Member = s.Member
        WHERE s.Community = @Community AND s.PausedUntil > @now
        """;

    private readonly string _round = id.ToString();

    public async Task<RoundDesk> Figures(RoundDesk desk, DateTimeOffset now)
    {
        await using var db = await database.OpenConnectionAsync();
        var arguments = new { id.Community, _round, now };
        var row = await db.QuerySingleAsync<Row>(
            $"""
            SELECT COUNT(*) AS Asked, {Count("r.Answer = 1")} AS SaidIn, {Count("r.Answer = 1 AND r.Standing = 1")} AS Standing, {Count("r.Answer = 2")} AS SaidOut,
              {Count("r.Answer = 0 AND r.Unreachable = 0")} AS NoAnswer, {Count("r.Answer = 0 AND r.Unreachable = 1")} AS Unreachable,
              {Count("r.Answer = 1 AND r.LeftOver > 0")} AS LeftOut
            {Here}
            """, arguments);
        return desk with
        {
            Asked = row.Asked,
            In = row.SaidIn,
            Standing = row.Standing,
            Out = row.SaidOut,
            NoAnswer = row.NoAnswer,
            Unreachable = row.Unreachable,
            LeftOut = row.LeftOut,
            Paused = await db.ExecuteScalarAsync<int>($"SELECT COUNT(*) {PausedMembers}", arguments),
        };
    }

    public async Task<Page<RoundPerson>> People(RoundGroup group, int skip, int take, DateTimeOffset now)
    {
        var from = group == RoundGroup.Paused ? PausedMembers : $"{Here} AND COALESCE(s.PausedUntil, 0) <= @now AND {Condition(group)}";
        var arguments = new { id.Community, _round, now, skip, take };
        await using var db = await database.OpenConnectionAsync();
        var rows = await db.QueryAsync<Person>(
            $"SELECT m.Member, COALESCE(r.Answer, 0) AS Answer, COALESCE(r.Standing, 0) AS Standing, s.PausedUntil {from} ORDER BY m.Member LIMIT @take OFFSET @skip", arguments);
        var total = await db.ExecuteScalarAsync<int>($"SELECT COUNT(*) {from}", arguments);
        return new([.. rows.Select(row => new RoundPerson(row.Member, (RoundAnswer)row.Answer, row.Standing != 0, row.PausedUntil > now ? row.PausedUntil : null))], total);
    }

    /// <summary>Stores what an organizer answers for a member.</summary>
    public async Task Place(Guid member, bool takesPart)
    {
        await using var db = await database.OpenForWriting();
        await db.ExecuteAsync(
            """
            INSERT INTO RoundMember (Round, Member, Answer, LeftOver) VALUES (@_round, @member, @answer, 0)
            ON CONFLICT (Round, Member) DO UPDATE SET Answer = excluded.Answer, Standing = 0
            """, new { _round, member, answer = takesPart ? 1 : 2 });
    }

    /// <summary>Whoever has not answered may be reminded once more.</summary>
    public async Task ForgetReminders()
    {
        await using var db = await database.OpenForWriting();
        await db.ExecuteAsync("UPDATE RoundMember SET Reminded = 0 WHERE Round = @_round AND Reminded = 1 AND Answer = 0", new { _round });
    }

    private static string Condition(RoundGroup group) => group switch
    {
        RoundGroup.In => "r.Answer = 1",
        RoundGroup.Out => "r.Answer = 2",
        RoundGroup.NoAnswer => "r.Answer = 0 AND r.Unreachable = 0",
        RoundGroup.Unreachable => "r.Answer = 0 AND r.Unreachable = 1",
        RoundGroup.LeftOut => "r.Answer = 1 AND r.LeftOver > 0",
        _ => throw new Refused(Refusal.Invalid, nameof(group)),
    };

    private static string Count(string condition) => $"COALESCE(SUM(CASE WHEN COALESCE(s.PausedUntil, 0) <= @now AND {condition} THEN 1 ELSE 0 END), 0)";

    private sealed record Row
    {
        public required int Asked { get; init; }
        public required int SaidIn { get; init; }
        public required int Standing { get; init; }
        public required int SaidOut { get; init; }
        public required int NoAnswer { get; init; }
        public required int Unreachable { get; init; }
        public required int LeftOut { get; init; }
    }

    private sealed record Person
    {
        public required Guid Member { get; init; }
        public required int Answer { get; init; }
        public required int Standing { get; init; }
        public DateTimeOffset? PausedUntil { get; init; }
    }
}
