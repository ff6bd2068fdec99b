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

    /// <summary>Somebody's own wishes and those that are of them.</summary>
    public Task<IReadOnlyList<StoredWish>> Around(int number) => Read("Wisher = @number OR Wished = @number", number);

    /// <summary>What was asked or agreed and is to be told.</summary>
    public Task<IReadOnlyList<StoredWish>> Untold() => Read("Told = 0", 0);

    /// <summary>Asks for an introduction, once; false when that was done before.</summary>
    public async Task<bool> Ask(int wisher, int wished, bool told, DateTimeOffset now) => 0 < await database.Write(db => db.ExecuteAsync(
        """
        INSERT INTO RoomWish (Room, Wisher, Wished, At, Asked, Told) VALUES (@room, @wisher, @wished, @now, 1, @told)
        ON CONFLICT (Room, Wisher, Wished) DO UPDATE SET Asked = 1, Told = excluded.Told WHERE RoomWish.Asked = 0
        """,
        new { room, wisher, wished, now, told = told ? 1 : 0 }));

    /// <summary>Decides, once; false when nothing was asked, or that was done before. A decline is told to nobody.</summary>
    public async Task<bool> Answer(int wisher, int wished, bool agree) => 0 < await database.Write(db => db.ExecuteAsync(
        "UPDATE RoomWish SET Asked = @answer, Told = @told WHERE Room = @room AND Wisher = @wisher AND Wished = @wished AND Asked = 1",
        new { room, wisher, wished, answer = agree ? 2 : 3, told = agree ? 0 : 1 }));

    public Task Told(StoredWish wish) => database.Write(db => db.ExecuteAsync(
        "UPDATE RoomWish SET Told = 1 WHERE Room = @room AND Wisher = @Wisher AND Wished = @Wished AND Asked = @asked",
        new { room, wish.Wisher, wish.Wished, asked = (int)wish.Asked }));

    /// <summary>How many of two wish to meet the other, the smaller number first: 1, or 2 where both do.</summary>
    public async Task<IReadOnlyDictionary<(int, int), int>> Pairs()
    {
        await using var db = await database.OpenConnectionAsync();
        var rows = await db.QueryAsync<(int A, int B, int Count)>(
            """
            SELECT A, B, COUNT(*) FROM (
                SELECT CASE WHEN Wisher < Wished THEN Wisher ELSE Wished END AS A, CASE WHEN Wisher < Wished THEN Wished ELSE Wisher END AS B FROM RoomWish WHERE Room = @room
            ) AS Pair GROUP BY A, B
            """, new { room });
        return rows.ToDictionary(row => (row.A, row.B), row => row.Count);
    }

    /// <summary>Stores a wish, or takes it back; false when it was so already. What was asked for stays.</summary>
    public async Task<bool> Put(int wisher, int wished, bool wanted, DateTimeOffset now) => 0 < await database.Write(db => db.ExecuteAsync(
        wanted
            ? "INSERT INTO RoomWish (Room, Wisher, Wished, At, Asked) VALUES (@room, @wisher, @wished, @now, 0) ON CONFLICT DO NOTHING"
            : "DELETE FROM RoomWish WHERE Room = @room AND Wisher = @wisher AND Wished = @wished AND Asked = 0",
        new { room, wisher, wished, now }));

    private async Task<IReadOnlyList<StoredWish>> Read(string which, int number)
    {
        await using var db = await database.OpenConnectionAsync();
        var rows = await db.QueryAsync<(int Wisher, int Wished, int Asked, int Told)>(
            $"SELECT Wisher, Wished, Asked, Told FROM RoomWish WHERE Room = @room AND ({which}) ORDER BY At, Wisher, Wished", new { room, number });
        return [.. rows.Select(row => new StoredWish(row.Wisher, row.Wished, (IntroductionState)row.Asked, row.Told != 0))];
    }
}
