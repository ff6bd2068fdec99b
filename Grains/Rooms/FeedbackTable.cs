using System.Data.Common;
using Dapper;

namespace Weave.Rooms;

/// <summary>What people said of one room: rows of the table RoomFeedback.</summary>
internal sealed class FeedbackTable(DbDataSource database, Guid room)
{
    /// <summary>From so few answers nobody can tell whose they are not.</summary>
    private const int Fewest = 3;

    public async Task<(int Useful, bool? Again)> Of(int number)
    {
        await using var db = await database.OpenConnectionAsync();
        var row = await db.QuerySingleOrDefaultAsync<Row>("SELECT Useful, Again FROM RoomFeedback WHERE Room = @room AND Number = @number", new { room, number });
        return (row?.Useful ?? 0, row?.Again is { } again ? again != 0 : null);
    }

    public async Task Put(int number, int? useful, bool? again, DateTimeOffset now)
    {
        await using var db = await database.OpenForWriting();
        await db.ExecuteAsync(
            """
            INSERT INTO RoomFeedback (Room, Number, Useful, Again, At) VALUES (@room, @number, COALESCE(@useful, 0), @again, @now)
            ON CONFLICT (Room, Number) DO UPDATE SET Useful = COALESCE(@useful, RoomFeedback.Useful), Again = COALESCE(@again, RoomFeedback.Again), At = excluded.At
            """,
            new { room, number, useful, again = again is { } yes ? yes ? 1 : 0 : (int?)null, now });
    }

    public async Task<FeedbackFigures> Figures()
    {
        await using var db = await database.OpenConnectionAsync();
        var all = (await db.QueryAsync<Row>("SELECT Useful, Again FROM RoomFeedback WHERE Room = @room", new { room })).ToList();
        var (rated, answered) = (all.Where(row => row.Useful > 0).ToList(), all.Where(row => row.Again is not null).ToList());
        return new(
            rated.Count, rated.Count < Fewest ? null : Math.Round(rated.Average(row => row.Useful), 1),
            answered.Count < Fewest ? null : answered.Count(row => row.Again == 1), answered.Count);
    }

    private sealed record Row
    {
        public required int Useful { get; init; }
        public int? Again { get; init; }
    }
}
