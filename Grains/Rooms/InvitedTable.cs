using System.Data.Common;
using Dapper;

namespace Weave.Rooms;

/// <summary>Who is told of a room of one community: those who belong to it and have not paused. Reads the tables Membership and Standing; slices are ordered by id.</summary>
internal sealed class InvitedTable(DbDataSource database, string community)
{
    private const string Wants = """
        LEFT JOIN Standing s ON s.Community = m.Community AND s.Member = m.Member
        WHERE m.Community = @community AND m.Member > @after AND m.Status >= 2 AND (s.PausedUntil IS NULL OR s.PausedUntil <= @now)
        """;

    public Task<IReadOnlyList<Guid>> Members(Guid after, int take, DateTimeOffset now) =>
        Read($"SELECT m.Member FROM Membership m {Wants} ORDER BY m.Member LIMIT @take", new { community, after, take, now });

    /// <summary>Those of them who want to be asked about each room of the series.</summary>
    public Task<IReadOnlyList<Guid>> Subscribers(Guid series, Guid after, int take, DateTimeOffset now) =>
        Read(
            $"SELECT m.Member FROM RoomSubscriber r JOIN Membership m ON m.Member = r.Member {Wants} AND r.Series = @series ORDER BY m.Member LIMIT @take",
            new { community, series, after, take, now });

    private async Task<IReadOnlyList<Guid>> Read(string sql, object arguments)
    {
        await using var db = await database.OpenConnectionAsync();
        return [.. await db.QueryAsync<Guid>(sql, arguments)];
    }
}
