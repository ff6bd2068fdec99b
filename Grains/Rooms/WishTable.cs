using System.Data.Common;
using Dapper;

namespace Weave.Rooms;

/// <summary>Who wants to meet whom in one room: rows of the table RoomWish.</summary>
internal sealed class WishTable(DbDataSource database, Guid room)
{
    public async Task<IReadOnlyList<int>> Of(int wisher)
    {
        await using var db = await database.OpenConnectionAsync();
        return [.. await db.QueryAsync<int>("SELECT Wished FROM RoomWish WHERE Room = @room AND Wisher = @wisher ORDER BY At, Wished", new { room, wisher })];
    }

    /// <summary>How many of two wish to meet the other, the smaller number first: 1, or 2 where both do.</summary>
    public async Task<IReadOnlyDictionary<(int, int), int>> Pairs()
    {
        await using var db = await database.OpenConnectionAsync();
        var rows = await db.QueryAsync<(int A, int B, int Count)>(
            "SELECT MIN(Wisher, Wished), MAX(Wisher, Wished), COUNT(*) FROM RoomWish WHERE Room = @room GROUP BY MIN(Wisher, Wished), MAX(Wisher, Wished)", new { room });
        return rows.ToDictionary(row => (row.A, row.B), row => row.Count);
    }

    /// <summary>Stores a wish, or takes it back; false when it was so already. What was asked for stays.</summary>
    public async Task<bool> Put(int wisher, int wished, bool wanted, DateTimeOffset now)
    {
        await using var db = await database.OpenForWriting();
        return 0 < await db.ExecuteAsync(
            wanted
                ? "INSERT INTO RoomWish (Room, Wisher, Wished, At, Asked) VALUES (@room, @wisher, @wished, @now, 0) ON CONFLICT DO NOTHING"
                : "DELETE FROM RoomWish WHERE Room = @room AND Wisher = @wisher AND Wished = @wished AND Asked = 0",
            new { room, wisher, wished, now });
    }
}
