using System.Data.Common;
using Dapper;

namespace Weave.Rooms;

/// <summary>What was written to those on the stage of one room: rows of the table RoomWhisper.</summary>
internal sealed class WhisperTable(DbDataSource database, Guid room)
{
    private const int Shown = 50;
    private const int MostUnseen = 50;
    private const int MostUnseenOfOne = 3;

    /// <summary>The last to somebody, oldest first.</summary>
    public async Task<IReadOnlyList<RoomWhisper>> To(int receiver)
    {
        await using var db = await database.OpenConnectionAsync();
        var rows = await db.QueryAsync<Row>(
            "SELECT Id, Author, Text, At, Seen FROM RoomWhisper WHERE Room = @room AND Receiver = @receiver ORDER BY Id DESC LIMIT @Shown", new { room, receiver, Shown });
        return [.. rows.Reverse().Select(row => new RoomWhisper(row.Id, row.Author, row.Text, row.At, row.Seen != 0))];
    }

    /// <summary>Null when the author has written it before. Refuses when too much of it, or of theirs, has not been seen yet.</summary>
    public Task<RoomWhisper?> Add(int author, int receiver, string key, string text, DateTimeOffset now) => database.Write<RoomWhisper?>(async db =>
    {
        var place = new { room, author, receiver, key, text, now };
        if (await db.ExecuteScalarAsync<int>("SELECT COUNT(*) FROM RoomWhisper WHERE Room = @room AND Author = @author AND MessageKey = @key", place) > 0)
            return null;
        var (all, theirs) = await db.QuerySingleAsync<(int All, int Theirs)>(
            "SELECT COUNT(*), COALESCE(SUM(CASE WHEN Author = @author THEN 1 ELSE 0 END), 0) FROM RoomWhisper WHERE Room = @room AND Receiver = @receiver AND Seen = 0", place);
        if (all >= MostUnseen || theirs >= MostUnseenOfOne)
            throw new Refused(Refusal.TooMany, "whisper");
        var id = await db.ExecuteScalarAsync<long>(
            """
            INSERT INTO RoomWhisper (Room, Id, Author, Receiver, MessageKey, Text, At, Seen)
            SELECT @room, COALESCE(MAX(Id), 0) + 1, @author, @receiver, @key, @text, @now, 0 FROM RoomWhisper WHERE Room = @room RETURNING Id
            """, place);
        return new(id, author, text, now, Seen: false);
    });

    /// <summary>False when all of them had been seen.</summary>
    public async Task<bool> See(int receiver, long upTo) => 0 < await database.Write(db => db.ExecuteAsync(
        "UPDATE RoomWhisper SET Seen = 1 WHERE Room = @room AND Receiver = @receiver AND Id <= @upTo AND Seen = 0", new { room, receiver, upTo }));

    private sealed record Row
    {
        public required long Id { get; init; }
        public required int Author { get; init; }
        public required string Text { get; init; }
        public required DateTimeOffset At { get; init; }
        public required int Seen { get; init; }
    }
}
