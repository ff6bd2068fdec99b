using System.Data.Common;
using Dapper;

namespace Weave.Rooms;

/// <summary>What the tables of one room have written down: rows of the table RoomNote.</summary>
internal sealed class NoteTable(DbDataSource database, Guid room)
{
    public async Task<(string Text, int Version)> Of(int round, int table)
    {
        await using var db = await database.OpenConnectionAsync();
        return await db.QuerySingleOrDefaultAsync<(string?, int)>(
            "SELECT Text, Version FROM RoomNote WHERE Room = @room AND Round = @round AND TableNumber = @table", new { room, round, table }) is ({ } text, var version)
            ? (text, version) : ("", 0);
    }

    /// <summary>All that is written, by round and table.</summary>
    public async Task<IReadOnlyDictionary<(int Round, int Table), string>> All()
    {
        await using var db = await database.OpenConnectionAsync();
        var rows = await db.QueryAsync<(int Round, int Table, string Text)>("SELECT Round, TableNumber, Text FROM RoomNote WHERE Room = @room AND Text <> ''", new { room });
        return rows.ToDictionary(row => (row.Round, row.Table), row => row.Text);
    }

    /// <summary>False when it is not that version any more.</summary>
    public async Task<bool> Write(int round, int table, int version, int author, string text, DateTimeOffset now) => 1 == await database.Write(db => db.ExecuteAsync(
        version == 0
            ? "INSERT INTO RoomNote (Room, Round, TableNumber, Version, Author, Text, At) VALUES (@room, @round, @table, 1, @author, @text, @now) ON CONFLICT DO NOTHING"
            : """
              UPDATE RoomNote SET Version = Version + 1, Author = @author, Text = @text, At = @now
              WHERE Room = @room AND Round = @round AND TableNumber = @table AND Version = @version
              """,
        new { room, round, table, version, author, text, now }));
}
