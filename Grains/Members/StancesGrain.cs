using System.Data.Common;
using Dapper;
using Orleans.Concurrency;

namespace Weave.Members;

/// <summary>A door to the table of stances: a row for each member and other.</summary>
[StatelessWorker]
internal sealed class StancesGrain(DbDataSource database, TimeProvider time) : Grain, IStancesGrain
{
    public async Task Put(Guid member, Guid other, Stance stance)
    {
        if (member == other || !Enum.IsDefined(stance))
            throw new Refused(Refusal.Invalid, nameof(stance));
        await using var db = await database.OpenForWriting();
        var sql = stance == Stance.None
            ? "DELETE FROM Stance WHERE Member = @member AND Other = @other"
            : """
              INSERT INTO Stance (Member, Other, Stance, Since) VALUES (@member, @other, @kind, @now)
              ON CONFLICT (Member, Other) DO UPDATE SET Stance = excluded.Stance, Since = excluded.Since WHERE Stance.Stance <> excluded.Stance
              """;
        await db.ExecuteAsync(sql, new { member, other, kind = (int)stance, now = time.GetUtcNow() });
    }

    public async Task<IReadOnlyList<StanceTowards>> Among(IReadOnlyList<Guid> members)
    {
        var asked = members.ToHashSet();
        var found = new List<StanceTowards>();
        await using var db = await database.OpenConnectionAsync();
        // A community may have more members than a statement may have parameters.
        foreach (var some in asked.Select(id => id.ToString("N")).Chunk(500))
        {
            var rows = await db.QueryAsync<Row>("SELECT Member, Other, Stance AS Kind, Since FROM Stance WHERE Member IN @some", new { some = InList.Of(some) });
            found.AddRange(rows.Where(row => asked.Contains(row.Other)).Select(row => row.Towards));
        }
        return found;
    }

    public async Task<IReadOnlyList<StanceTowards>> Of(Guid member, int take)
    {
        await using var db = await database.OpenConnectionAsync();
        var rows = await db.QueryAsync<Row>(
            "SELECT Member, Other, Stance AS Kind, Since FROM Stance WHERE Member = @member ORDER BY Since DESC, Other LIMIT @take", new { member, take });
        return [.. rows.Select(row => row.Towards)];
    }

    public async Task<IReadOnlySet<Guid>> BlockedWith(Guid member)
    {
        await using var db = await database.OpenConnectionAsync();
        var others = await db.QueryAsync<Guid>(
            "SELECT Other FROM Stance WHERE Member = @member AND Stance = @blocked UNION SELECT Member FROM Stance WHERE Other = @member AND Stance = @blocked",
            new { member, blocked = (int)Stance.Blocked });
        return others.ToHashSet();
    }

    public async Task<bool> Blocked(Guid one, Guid other)
    {
        await using var db = await database.OpenConnectionAsync();
        return await db.ExecuteScalarAsync<int>(
            "SELECT COUNT(*) FROM Stance WHERE Stance = @blocked AND ((Member = @one AND Other = @other) OR (Member = @other AND Other = @one))",
            new { one, other, blocked = (int)Stance.Blocked }) > 0;
    }

    private sealed record Row
    {
        public required Guid Member { get; init; }
        public required Guid Other { get; init; }
        public required int Kind { get; init; }
        public required DateTimeOffset Since { get; init; }

        public StanceTowards Towards => new(Member, Other, (Stance)Kind, Since);
    }
}
