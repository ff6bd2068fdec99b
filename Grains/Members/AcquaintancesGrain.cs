using System.Data.Common;
using System.Globalization;
using Dapper;
using Orleans.Concurrency;

namespace Weave.Members;

/// <summary>A door to the table of meetings: a row for each pair and occasion, so that repeating one changes nothing and counts need no upkeep.</summary>
[StatelessWorker]
internal sealed class AcquaintancesGrain(DbDataSource database) : Grain, IAcquaintancesGrain
{
    public Task Record(IReadOnlyList<Guid> members, string source, DateTimeOffset when) => Store(Pairs(members, source, when));

    public Task RecordRound(IReadOnlyList<IReadOnlyList<Guid>> tables, string source, DateTimeOffset when) =>
        Store(tables.SelectMany((table, i) => Pairs(table, string.Create(CultureInfo.InvariantCulture, $"{source}:{i + 1}"), when)));

    public async Task<IReadOnlyList<Acquaintance>> Among(IReadOnlyList<Guid> members)
    {
        var asked = members.ToHashSet();
        var found = new List<Acquaintance>();
        await using var db = await database.OpenConnectionAsync();
        // A community may have more members than a statement may have parameters.
        foreach (var some in asked.Select(id => id.ToString("N")).Chunk(500))
        {
            var rows = await db.QueryAsync<Row>("SELECT A, B, COUNT(*) AS Times, MAX(At) AS Last FROM Meeting WHERE A IN @some GROUP BY A, B", new { some = InList.Of(some) });
            found.AddRange(rows.Where(row => asked.Contains(row.B)).Select(row => row.Acquaintance));
        }
        return found;
    }

    public async Task<IReadOnlyList<Acquaintance>> Of(Guid member, int take)
    {
        await using var db = await database.OpenConnectionAsync();
        var rows = await db.QueryAsync<Row>(
            """
            SELECT @member AS A, Other AS B, COUNT(*) AS Times, MAX(At) AS Last
            FROM (SELECT B AS Other, At FROM Meeting WHERE A = @member UNION ALL SELECT A AS Other, At FROM Meeting WHERE B = @member) AS Mine
            GROUP BY Other ORDER BY MAX(At) DESC, Other LIMIT @take
            """,
            new { member, take });
        return [.. rows.Select(row => row.Acquaintance)];
    }

    private static IEnumerable<Meeting> Pairs(IReadOnlyList<Guid> members, string source, DateTimeOffset when)
    {
        var sorted = members.Distinct().Order().ToList();
        return sorted.SelectMany((a, i) => sorted.Skip(i + 1).Select(b => new Meeting(a, b, source, when)));
    }

    private Task<int> Store(IEnumerable<Meeting> meetings) =>
        database.Write(db => db.ExecuteAsync("INSERT INTO Meeting (A, B, Source, At) VALUES (@A, @B, @Source, @At) ON CONFLICT DO NOTHING", meetings));

    private sealed record Meeting(Guid A, Guid B, string Source, DateTimeOffset At);

    private sealed record Row
    {
        public required Guid A { get; init; }
        public required Guid B { get; init; }
        public required int Times { get; init; }
        public required DateTimeOffset Last { get; init; }

        public Acquaintance Acquaintance => new(A, B, Times, Last);
    }
}
