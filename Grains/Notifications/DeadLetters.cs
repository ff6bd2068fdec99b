using System.Data.Common;
using System.Text.Json;
using Dapper;

namespace Weave.Notifications;

/// <summary>The SQL behind what was given up: kept for administrators, in bounds.</summary>
internal sealed class DeadLetters(DbDataSource database, string channel)
{
    private const int Kept = 10_000;
    private const int LongestError = 300;

    /// <summary>Copies messages from the queue; the caller takes them out of it.</summary>
    public async Task Put(IReadOnlyList<long> numbers, string? error, DateTimeOffset now)
    {
        if (error?.Length > LongestError)
            error = error[..LongestError];
        await using var db = await database.OpenForWriting();
        await db.ExecuteAsync("""
            INSERT INTO OutboxDead (Number, Channel, Key, Recipient, Rank, Language, Member, Notice, Error, Died)
            SELECT Number, Channel, Key, Recipient, Rank, Language, Member, Notice, @error, @now FROM Outbox
            WHERE Number IN @numbers AND Channel = @channel ON CONFLICT DO NOTHING
            """, new { numbers = InList.Of(numbers), channel, error, now });
    }

    public async Task<Page<FailedNotice>> List(int skip, int take)
    {
        await using var db = await database.OpenConnectionAsync();
        var total = await db.ExecuteScalarAsync<int>("SELECT COUNT(*) FROM OutboxDead WHERE Channel = @channel", new { channel });
        var rows = await db.QueryAsync<Row>(
            "SELECT Number, Notice, Error, Died FROM OutboxDead WHERE Channel = @channel ORDER BY Died DESC, Number DESC LIMIT @take OFFSET @skip",
            new { channel, skip, take });
        return new([.. rows.Select(row => new FailedNotice(row.Number, KindOf(row.Notice), row.Error, row.Died))], total);
    }

    /// <summary>The oldest ones.</summary>
    public async Task<IReadOnlyList<long>> Numbers(int take)
    {
        await using var db = await database.OpenConnectionAsync();
        return [.. await db.QueryAsync<long>("SELECT Number FROM OutboxDead WHERE Channel = @channel ORDER BY Number LIMIT @take", new { channel, take })];
    }

    public async Task Discard(long? number)
    {
        await using var db = await database.OpenForWriting();
        await db.ExecuteAsync("DELETE FROM OutboxDead WHERE Channel = @channel AND (@number IS NULL OR Number = @number)", new { channel, number });
    }

    public async Task Prune(DateTimeOffset before)
    {
        await using var db = await database.OpenForWriting();
        await db.ExecuteAsync("""
            DELETE FROM OutboxDead WHERE Channel = @channel AND (Died < @before OR Number <= (
                SELECT Number FROM OutboxDead WHERE Channel = @channel ORDER BY Number DESC LIMIT 1 OFFSET @Kept))
            """, new { channel, before, Kept });
    }

    private static string KindOf(string notice)
    {
        using var json = JsonDocument.Parse(notice);
        return json.RootElement.TryGetProperty("type", out var type) ? type.GetString() ?? "" : "";
    }

    private sealed record Row
    {
        public required long Number { get; init; }
        public required string Notice { get; init; }
        public string? Error { get; init; }
        public required DateTimeOffset Died { get; init; }
    }
}
