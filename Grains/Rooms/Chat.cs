using System.Data.Common;
using Dapper;

namespace Weave.Rooms;

/// <summary>What was said at the tables of one room, and to everybody: rows of the table RoomMessage.</summary>
internal sealed class Chat(DbDataSource database, Guid room)
{
    /// <summary>Stands for round and table in what everybody is told.</summary>
    public const int Everybody = 0;
    private const int Shown = 100;

    public async Task<long> LastId()
    {
        await using var db = await database.OpenConnectionAsync();
        return await db.ExecuteScalarAsync<long>("SELECT COALESCE(MAX(Id), 0) FROM RoomMessage WHERE Room = @room", new { room });
    }

    /// <summary>False when the author has said it before. Throws when the id is taken, which another activation of the room has done.</summary>
    public async Task<bool> Add(RoomMessage message, string key, int round, int table) => 1 == await database.Write(db => db.ExecuteAsync(
        """
        INSERT INTO RoomMessage (Room, Id, Round, TableNumber, Author, MessageKey, Text, At)
        VALUES (@room, @Id, @round, @table, @From, @key, @Text, @At) ON CONFLICT (Room, Author, MessageKey) DO NOTHING
        """,
        new { room, message.Id, round, table, message.From, key, message.Text, message.At }));

    /// <summary>The last of one table, or to everybody, oldest first.</summary>
    public async Task<IReadOnlyList<RoomMessage>> Latest(int round, int table)
    {
        await using var db = await database.OpenConnectionAsync();
        var rows = await db.QueryAsync<Row>(
            """
            SELECT Id, Author, Text, At FROM RoomMessage WHERE Room = @room AND Round = @round AND TableNumber = @table ORDER BY Id DESC LIMIT @Shown
            """,
            new { room, round, table, Shown });
        return [.. rows.Reverse().Select(row => new RoomMessage(row.Id, row.Author, row.Text, row.At))];
    }

    private sealed record Row
    {
        public required long Id { get; init; }
        public required int Author { get; init; }
        public required string Text { get; init; }
        public required DateTimeOffset At { get; init; }
    }
}
