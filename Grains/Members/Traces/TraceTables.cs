using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dapper;
using Weave.Matching;
using Weave.Notifications;

namespace Weave.Members.Traces;

/// <summary>What tables know of one member.</summary>
internal sealed class TraceTables(DbDataSource database, Guid member)
{
    /// <summary>Columns that hold a moment, which people read as such.</summary>
    private static readonly HashSet<string> Moments = new(["At", "Since", "Made", "SeenAt", "Stored", "Died", "PausedUntil"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Adds an array for each kind of trace.</summary>
    public async Task Export(JsonObject export)
    {
        await using var db = await database.OpenConnectionAsync();
        foreach (var trace in AllTraces.List)
            if (trace.Select is not null)
                export[trace.Name] = new JsonArray([.. (await db.QueryAsync(trace.Select, new { member })).Select(row => Row((IDictionary<string, object?>)row))]);
    }

    /// <summary>Erases all of them at once. <paramref name="recipients"/>: the addresses and chats that messages to the member go to.</summary>
    public async Task Erase(IReadOnlyList<string> recipients)
    {
        await using var db = await database.OpenForWriting();
        await using var transaction = await database.BeginAlone(db, "erase", OutboxTable.Turn(OutboxChannel.Email), OutboxTable.Turn(OutboxChannel.Telegram));
        await EraseReasons(db, transaction);
        foreach (var statement in AllTraces.List.SelectMany(trace => trace.Erase))
            await db.ExecuteAsync(statement, new { member, recipients = InList.Of(recipients) }, transaction);
        await transaction.CommitAsync();
    }

    /// <summary>The reasons for a match repeat what both say of themselves. They are of no use here once both are told.</summary>
    private async Task EraseReasons(DbConnection db, DbTransaction transaction)
    {
        var rows = await db.QueryAsync<(string Round, int Number, string Planned)>("""
            SELECT m.Round, m.Number, m.Planned FROM RoundMatch m JOIN MatchPartner p ON p.Round = m.Round AND p.Number = m.Number
            WHERE p.Member = @member AND m.Told = 1
            """, new { member }, transaction);
        foreach (var (round, number, planned) in rows)
        {
            var left = JsonSerializer.Deserialize<PlannedMatch>(planned)! with { Reasons = [] };
            await db.ExecuteAsync("UPDATE RoundMatch SET Planned = @planned WHERE Round = @round AND Number = @number",
                new { round, number, planned = JsonSerializer.Serialize(left) }, transaction);
        }
    }

    /// <summary>Whether others belong to a community of which this member is the only organizer.</summary>
    public async Task<bool> LeadsAlone()
    {
        await using var db = await database.OpenConnectionAsync();
        return await db.ExecuteScalarAsync<int>("""
            SELECT COUNT(*) FROM Membership m WHERE m.Member = @member AND m.Status = 3
              AND NOT EXISTS (SELECT 1 FROM Membership o WHERE o.Community = m.Community AND o.Status = 3 AND o.Member <> @member)
              AND EXISTS (SELECT 1 FROM Membership o WHERE o.Community = m.Community AND o.Status = 2)
            """, new { member }) > 0;
    }

    /// <summary>Rooms the member has not left, or wants to come to.</summary>
    public async Task<IReadOnlyList<Guid>> Rooms()
    {
        await using var db = await database.OpenConnectionAsync();
        return [.. await db.QueryAsync<Guid>("SELECT Room FROM RoomGuest WHERE Member = @member AND Presence <> 2 UNION SELECT Room FROM RoomPlace WHERE Member = @member", new { member })];
    }

    /// <summary>The keys of the member's matches.</summary>
    public async Task<IReadOnlyList<string>> Matches()
    {
        await using var db = await database.OpenConnectionAsync();
        var rows = await db.QueryAsync<(string Round, int Number)>("SELECT Round, Number FROM MatchPartner WHERE Member = @member ORDER BY Made", new { member });
        return [.. rows.Select(row => string.Create(CultureInfo.InvariantCulture, $"{row.Round}/{row.Number}"))];
    }

    /// <summary>Takes what is left of grains' states with an identity in their key: a state that was cleared leaves its key behind.</summary>
    public async Task Sweep(IReadOnlyList<string> keys)
    {
        await using var db = await database.OpenForWriting();
        await db.ExecuteAsync("DELETE FROM OrleansStorage WHERE PayloadBinary IS NULL AND GrainIdExtensionString IN @keys", new { keys = InList.Of(keys) });
    }

    private static JsonObject Row(IDictionary<string, object?> row) => new(row.Select(column =>
        KeyValuePair.Create(JsonNamingPolicy.CamelCase.ConvertName(column.Key), column.Value switch
        {
            long moment when Moments.Contains(column.Key) => JsonValue.Create(DateTimeOffset.FromUnixTimeMilliseconds(moment)),
            string json when column.Key.Equals("Notice", StringComparison.OrdinalIgnoreCase) => JsonNode.Parse(json),
            var value => JsonSerializer.SerializeToNode(value),
        })));
}
