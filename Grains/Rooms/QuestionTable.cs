using System.Data.Common;
using Dapper;

namespace Weave.Rooms;

/// <summary>What was asked in one room, and who finds it important: rows of the tables RoomQuestion and RoomQuestionVote.</summary>
internal sealed class QuestionTable(DbDataSource database, Guid room)
{
    private const int Most = 200;
    private const int MostOfOne = 10;

    /// <summary>The field that a refusal is about.</summary>
    private const string Question = "question";

    private const string Columns =
        """
        q.Id, q.Author, q.Addressee, q.Text, q.Standing, (SELECT COUNT(*) FROM RoomQuestionVote v WHERE v.Room = q.Room AND v.Question = q.Id) AS Votes,
        (SELECT COUNT(*) FROM RoomQuestionVote v WHERE v.Room = q.Room AND v.Question = q.Id AND v.Voter = @viewer) AS Voted
        """;

    /// <summary>All of them in the order they were asked, as somebody sees them; the hidden ones are for organizers.</summary>
    public async Task<IReadOnlyList<RoomQuestion>> All(int viewer, bool organizer)
    {
        await using var db = await database.OpenConnectionAsync();
        var rows = await db.QueryAsync<Row>(
            $"SELECT {Columns} FROM RoomQuestion q WHERE q.Room = @room AND (q.Standing <> 2 OR @organizer) ORDER BY q.Id", new { room, viewer, organizer });
        return [.. rows.Select(row => row.Question)];
    }

    /// <summary>Null when the author has asked it before. Refuses when there are too many.</summary>
    public Task<RoomQuestion?> Add(int author, int? to, string key, string text, DateTimeOffset now) => database.Write<RoomQuestion?>(async db =>
    {
        var place = new { room, author, to, key, text, now };
        if (await db.ExecuteScalarAsync<int>("SELECT COUNT(*) FROM RoomQuestion WHERE Room = @room AND Author = @author AND MessageKey = @key", place) > 0)
            return null;
        var (all, theirs) = await db.QuerySingleAsync<(int All, int Theirs)>(
            "SELECT COUNT(*), COALESCE(SUM(CASE WHEN Author = @author AND Standing = 0 THEN 1 ELSE 0 END), 0) FROM RoomQuestion WHERE Room = @room", place);
        if (all >= Most || theirs >= MostOfOne)
            throw new Refused(Refusal.TooMany, Question);
        var id = await db.ExecuteScalarAsync<long>(
            """
            INSERT INTO RoomQuestion (Room, Id, Author, Addressee, MessageKey, Text, At, Standing)
            SELECT @room, COALESCE(MAX(Id), 0) + 1, @author, @to, @key, @text, @now, 0 FROM RoomQuestion WHERE Room = @room RETURNING Id
            """, place);
        return new(id, author, to, text, 0, Voted: false, QuestionStanding.Open);
    });

    /// <summary>How many find it important now; null when nothing changed. Refuses one's own, and those that are settled.</summary>
    public Task<int?> Vote(long id, int voter, bool important) => database.Write<int?>(async db =>
    {
        var asked = await Find(db, id);
        if (asked.Author == voter)
            throw new Refused(Refusal.Invalid, Question);
        if ((QuestionStanding)asked.Standing != QuestionStanding.Open)
            throw new Refused(Refusal.AlreadyDone);
        var changed = await db.ExecuteAsync(
            important
                ? "INSERT INTO RoomQuestionVote (Room, Question, Voter) VALUES (@room, @id, @voter) ON CONFLICT DO NOTHING"
                : "DELETE FROM RoomQuestionVote WHERE Room = @room AND Question = @id AND Voter = @voter",
            new { room, id, voter });
        return changed == 0 ? null : await db.ExecuteScalarAsync<int>("SELECT COUNT(*) FROM RoomQuestionVote WHERE Room = @room AND Question = @id", new { room, id });
    });

    /// <summary>False when that has become of it already.</summary>
    public Task<bool> Settle(long id, QuestionStanding standing) => database.Write(async db =>
    {
        await Find(db, id);
        return 0 < await db.ExecuteAsync(
            "UPDATE RoomQuestion SET Standing = @standing WHERE Room = @room AND Id = @id AND Standing <> @standing", new { room, id, standing = (int)standing });
    });

    private async Task<(int Author, int Standing)> Find(DbConnection db, long id)
    {
        var found = await db.QueryAsync<(int, int)>("SELECT Author, Standing FROM RoomQuestion WHERE Room = @room AND Id = @id", new { room, id });
        return found.Select(row => ((int, int)?)row).SingleOrDefault() ?? throw new Refused(Refusal.NotFound);
    }

    private sealed record Row
    {
        public required long Id { get; init; }
        public required int Author { get; init; }
        public int? Addressee { get; init; }
        public required string Text { get; init; }
        public required int Standing { get; init; }
        public required int Votes { get; init; }
        public required int Voted { get; init; }

        public RoomQuestion Question => new(Id, Author, Addressee, Text, Votes, Voted != 0, (QuestionStanding)Standing);
    }
}
