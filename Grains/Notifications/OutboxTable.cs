using System.Data.Common;
using System.Text.Json;
using Dapper;

namespace Weave.Notifications;

/// <summary>The SQL behind <see cref="OutboxGrain"/>: every method is one transaction, and loads no more rows than it returns.</summary>
internal sealed class OutboxTable(DbDataSource database)
{
    private const string Columns = "Number, Key, Recipient, Language, Member, Notice, Moved";

    /// <summary>The recipient has something waiting: they are ready now, or when their rest is over.</summary>
    private const string Waits = """
        INSERT INTO OutboxRecipient (Channel, Recipient, Rank, Ready, Rest, Failures) VALUES (@channel, @Recipient, @Rank, @now, 0, 0)
        ON CONFLICT (Channel, Recipient) DO UPDATE SET
            Rank = CASE WHEN OutboxRecipient.Ready IS NULL OR excluded.Rank < OutboxRecipient.Rank THEN excluded.Rank ELSE OutboxRecipient.Rank END,
            Ready = COALESCE(OutboxRecipient.Ready, CASE WHEN OutboxRecipient.Rest > @now THEN OutboxRecipient.Rest ELSE @now END)
        """;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Whoever writes more than one row of a channel does so alone.</summary>
    public static string Turn(string channel) => $"outbox:{channel}";

    public async Task Store(string channel, IReadOnlyList<OutboxMessage> messages, DateTimeOffset now)
    {
        await using var db = await database.OpenForWriting();
        await using var transaction = await database.BeginAlone(db, Turn(channel));
        foreach (var message in messages)
        {
            var row = new
            {
                channel,
                message.Key,
                message.Recipient,
                Rank = message.Notice.Awaited ? 0 : 1,
                Slot = message.Replaces,
                message.Language,
                message.Member,
                Notice = JsonSerializer.Serialize(message.Notice, Json),
                Moved = message.Moved ? 1 : 0,
                now,
            };
            if (await db.ExecuteAsync("INSERT INTO OutboxKey (Channel, Key, Stored) VALUES (@channel, @Key, @now) ON CONFLICT DO NOTHING", row, transaction) == 0)
                continue;
            if (row.Slot is not null)
            {
                await db.ExecuteAsync("""
                    DELETE FROM Outbox WHERE Channel = @channel AND Recipient = @Recipient AND Slot = @Slot AND Number <> COALESCE(
                        (SELECT Leased FROM OutboxRecipient WHERE Channel = @channel AND Recipient = @Recipient), 0)
                    """, row, transaction);
            }
            await db.ExecuteAsync("""
                INSERT INTO Outbox (Channel, Key, Recipient, Rank, Slot, Language, Member, Notice, Stored, Moved)
                VALUES (@channel, @Key, @Recipient, @Rank, @Slot, @Language, @Member, @Notice, @now, @Moved) ON CONFLICT DO NOTHING
                """, row, transaction);
            await db.ExecuteAsync(Waits, row, transaction);
        }
        await transaction.CommitAsync();
    }

    /// <summary>The first message of recipients that are ready, those that wait for an answer before all others.</summary>
    public async Task<IReadOnlyList<OutboxMessage>> Take(string channel, int max, DateTimeOffset now, DateTimeOffset lease)
    {
        await using var db = await database.OpenForWriting();
        await using var transaction = await database.BeginAlone(db, Turn(channel));
        var numbers = new List<long>(max);
        for (var rank = 0; rank <= 1 && numbers.Count < max; rank++)
        {
            numbers.AddRange(await db.QueryAsync<long>("""
                UPDATE OutboxRecipient SET Ready = @lease,
                    Leased = (SELECT MIN(Number) FROM Outbox WHERE Outbox.Channel = @channel AND Outbox.Recipient = OutboxRecipient.Recipient)
                WHERE Channel = @channel AND Rank = @rank AND Ready <= @now AND Recipient IN (
                    SELECT Recipient FROM OutboxRecipient WHERE Channel = @channel AND Rank = @rank AND Ready <= @now ORDER BY Ready LIMIT @places)
                RETURNING Leased
                """, new { channel, rank, now, lease, places = max - numbers.Count }, transaction));
        }
        var rows = numbers.Count == 0
            ? []
            : await db.QueryAsync<Row>($"SELECT {Columns} FROM Outbox WHERE Number IN @numbers ORDER BY Rank, Number",
                new { numbers = InList.Of(numbers) }, transaction);
        await transaction.CommitAsync();
        return [.. rows.Select(row => row.ToMessage())];
    }

    /// <summary>When the next recipient is ready; null when nothing waits.</summary>
    public async Task<DateTimeOffset?> NextReady(string channel)
    {
        await using var db = await database.OpenConnectionAsync();
        return await db.QuerySingleAsync<DateTimeOffset?>("""
            SELECT MIN(Ready) FROM (
                SELECT MIN(Ready) AS Ready FROM OutboxRecipient WHERE Channel = @channel AND Rank = 0
                UNION ALL SELECT MIN(Ready) FROM OutboxRecipient WHERE Channel = @channel AND Rank = 1) AS Next
            """, new { channel });
    }

    public async Task<OutboxMessage?> Find(string channel, long number)
    {
        await using var db = await database.OpenConnectionAsync();
        var row = await db.QuerySingleOrDefaultAsync<Row>(
            $"SELECT {Columns} FROM Outbox WHERE Number = @number AND Channel = @channel", new { channel, number });
        return row?.ToMessage();
    }

    /// <summary>What has waited for a member since before <paramref name="before"/> and did not come over from the other channel, after <paramref name="after"/>.</summary>
    public async Task<IReadOnlyList<OutboxMessage>> Stalled(string channel, DateTimeOffset before, long after, int take)
    {
        await using var db = await database.OpenConnectionAsync();
        var rows = await db.QueryAsync<Row>($"""
            SELECT {Columns} FROM Outbox
            WHERE Channel = @channel AND Stored < @before AND Moved = 0 AND Member IS NOT NULL AND Number > @after ORDER BY Number LIMIT @take
            """, new { channel, before, after, take });
        return [.. rows.Select(row => row.ToMessage())];
    }

    /// <summary>What waits for one recipient, in order, after <paramref name="after"/>.</summary>
    public async Task<IReadOnlyList<OutboxMessage>> Of(string channel, string recipient, long after, int take)
    {
        await using var db = await database.OpenConnectionAsync();
        var rows = await db.QueryAsync<Row>(
            $"SELECT {Columns} FROM Outbox WHERE Channel = @channel AND Recipient = @recipient AND Number > @after ORDER BY Number LIMIT @take",
            new { channel, recipient, after, take });
        return [.. rows.Select(row => row.ToMessage())];
    }

    /// <summary>The numbers of what has waited since before <paramref name="before"/>.</summary>
    public async Task<IReadOnlyList<long>> Older(string channel, DateTimeOffset before, int take)
    {
        await using var db = await database.OpenConnectionAsync();
        return [.. await db.QueryAsync<long>(
            "SELECT Number FROM Outbox WHERE Channel = @channel AND Stored < @before ORDER BY Stored LIMIT @take", new { channel, before, take })];
    }

    /// <summary>Puts messages that were given up back at the end of their queues.</summary>
    public async Task Revive(string channel, IReadOnlyList<long> numbers, DateTimeOffset now)
    {
        await using var db = await database.OpenForWriting();
        await using var transaction = await database.BeginAlone(db, Turn(channel));
        foreach (var number in numbers)
        {
            var row = await db.QuerySingleOrDefaultAsync<(string Recipient, int Rank)?>(
                "SELECT Recipient, Rank FROM OutboxDead WHERE Number = @number AND Channel = @channel", new { channel, number }, transaction);
            if (row is not var (recipient, rank))
                continue;
            var waiting = new { channel, number, Recipient = recipient, Rank = rank, now };
            await db.ExecuteAsync("""
                INSERT INTO Outbox (Channel, Key, Recipient, Rank, Language, Member, Notice, Stored, Moved)
                SELECT Channel, Key, Recipient, Rank, Language, Member, Notice, @now, 1 FROM OutboxDead WHERE Number = @number ON CONFLICT DO NOTHING
                """, waiting, transaction);
            await db.ExecuteAsync(Waits, waiting, transaction);
            await db.ExecuteAsync("DELETE FROM OutboxDead WHERE Number = @number", waiting, transaction);
        }
        await transaction.CommitAsync();
    }

    public async Task Remove(string channel, IReadOnlyList<long> numbers, DateTimeOffset rest)
    {
        if (numbers.Count == 0)
            return;
        await using var db = await database.OpenForWriting();
        await using var transaction = await database.BeginAlone(db, Turn(channel));
        await Remove(db, transaction, channel, numbers, rest);
        await transaction.CommitAsync();
    }

    public async Task RemoveAll(string channel, string recipient)
    {
        await using var db = await database.OpenForWriting();
        await using var transaction = await database.BeginAlone(db, Turn(channel));
        await db.ExecuteAsync("DELETE FROM Outbox WHERE Channel = @channel AND Recipient = @recipient", new { channel, recipient }, transaction);
        await db.ExecuteAsync("DELETE FROM OutboxRecipient WHERE Channel = @channel AND Recipient = @recipient", new { channel, recipient }, transaction);
        await transaction.CommitAsync();
    }

    public async Task<int> Failures(string channel, string recipient)
    {
        await using var db = await database.OpenConnectionAsync();
        return await db.QuerySingleOrDefaultAsync<int>(
            "SELECT Failures FROM OutboxRecipient WHERE Channel = @channel AND Recipient = @recipient", new { channel, recipient });
    }

    public async Task Postpone(string channel, OutboxMessage message, DateTimeOffset until)
    {
        await using var db = await database.OpenForWriting();
        await db.ExecuteAsync("""
            UPDATE OutboxRecipient SET Leased = NULL, Ready = @until, Rest = @until, Failures = Failures + 1
            WHERE Channel = @channel AND Recipient = @Recipient AND Leased = @Number
            """, new { channel, message.Recipient, message.Number, until });
    }

    public async Task<DateTimeOffset> ChannelRests(string channel)
    {
        await using var db = await database.OpenConnectionAsync();
        return await db.QuerySingleOrDefaultAsync<DateTimeOffset?>(
            "SELECT Rest FROM OutboxRecipient WHERE Channel = @channel AND Recipient = ''", new { channel }) ?? DateTimeOffset.UnixEpoch;
    }

    public async Task RestChannel(string channel, DateTimeOffset until)
    {
        await using var db = await database.OpenForWriting();
        await db.ExecuteAsync("""
            INSERT INTO OutboxRecipient (Channel, Recipient, Rank, Ready, Rest, Failures) VALUES (@channel, '', 1, NULL, @until, 0)
            ON CONFLICT (Channel, Recipient) DO UPDATE SET Rest = excluded.Rest
            """, new { channel, until });
    }

    public async Task Prune(string channel, DateTimeOffset keysBefore, DateTimeOffset now)
    {
        var limits = new { channel, keysBefore, now };
        await using var db = await database.OpenForWriting();
        await using var transaction = await database.BeginAlone(db, Turn(channel));
        await db.ExecuteAsync("DELETE FROM OutboxKey WHERE Channel = @channel AND Stored < @keysBefore", limits, transaction);
        await db.ExecuteAsync("DELETE FROM OutboxRecipient WHERE Channel = @channel AND Ready IS NULL AND Rest < @now", limits, transaction);
        await transaction.CommitAsync();
    }

    private static async Task Remove(DbConnection db, DbTransaction transaction, string channel, IReadOnlyList<long> numbers, DateTimeOffset rest)
    {
        var gone = InList.Of(numbers);
        var recipients = InList.Of(await db.QueryAsync<string>(
            "SELECT DISTINCT Recipient FROM Outbox WHERE Channel = @channel AND Number IN @gone", new { channel, gone }, transaction));
        await db.ExecuteAsync("DELETE FROM Outbox WHERE Channel = @channel AND Number IN @gone", new { channel, gone }, transaction);
        await db.ExecuteAsync("""
            UPDATE OutboxRecipient SET Leased = NULL, Failures = 0, Rest = CASE WHEN Rest > @rest THEN Rest ELSE @rest END,
                Ready = CASE WHEN EXISTS (SELECT 1 FROM Outbox WHERE Outbox.Channel = @channel AND Outbox.Recipient = OutboxRecipient.Recipient)
                    THEN CASE WHEN Rest > @rest THEN Rest ELSE @rest END END,
                Rank = COALESCE((SELECT MIN(Rank) FROM Outbox WHERE Outbox.Channel = @channel AND Outbox.Recipient = OutboxRecipient.Recipient), 1)
            WHERE Channel = @channel AND Recipient IN @recipients AND (Leased IS NULL OR Leased IN @gone)
            """, new { channel, gone, rest, recipients }, transaction);
    }

    private sealed record Row
    {
        public required long Number { get; init; }
        public required string Key { get; init; }
        public required string Recipient { get; init; }
        public required string Language { get; init; }
        public Guid? Member { get; init; }
        public required string Notice { get; init; }
        public required int Moved { get; init; }

        public OutboxMessage ToMessage() => new()
        {
            Number = Number,
            Key = Key,
            Recipient = Recipient,
            Language = Language,
            Member = Member,
            Notice = JsonSerializer.Deserialize<Notice>(Notice, Json) ?? throw new InvalidOperationException("A stored notice is empty."),
            Moved = Moved != 0,
        };
    }
}
