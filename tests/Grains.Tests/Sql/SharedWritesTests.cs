using System.Data.Common;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Weave.Sql;

/// <summary>On a silo of its own: a transaction that is lost takes with it whatever else was written in that moment.</summary>
public sealed class SharedWritesTests(TestSilo silo) : IClassFixture<TestSilo>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly string _grain = $"test/{Guid.CreateVersion7():N}";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private DbDataSource Database => silo.Services.GetRequiredService<DbDataSource>();

    private IOneWriter Writer => Assert.IsType<IOneWriter>(Database, exactMatch: false);

    [Fact]
    public async Task Of_many_who_write_together_one_who_fails_half_way_fails_alone_and_leaves_nothing()
    {
        var before = await Writer.OpenForWriting();
        var writes = Enumerable.Range(0, 60).Select(i => Record.ExceptionAsync(() => Writer.Write(async db =>
        {
            await Insert(db, i);
            return i % 3 == 0 ? throw new InvalidOperationException("Half-way.") : i;
        })).AsTask()).ToList();
        Assert.DoesNotContain(writes, write => write.IsCompleted);
        await before.DisposeAsync();

        var failures = await Task.WhenAll(writes).WaitAsync(Patience, Cancel);

        Assert.Equal(Enumerable.Range(0, 60).Select(i => i % 3 == 0), failures.Select(failure => failure is InvalidOperationException));
        Assert.Equal(Enumerable.Range(0, 60).Where(i => i % 3 != 0), await Stored());
    }

    [Fact]
    public async Task What_the_database_refuses_fails_alone_too()
    {
        var before = await Writer.OpenForWriting();
        var writes = new[] { 1, 2, 1, 3 }.Select(i => Record.ExceptionAsync(() => Writer.Write(db => Insert(db, i))).AsTask()).ToList();
        await before.DisposeAsync();

        var failures = await Task.WhenAll(writes).WaitAsync(Patience, Cancel);

        Assert.Equal([false, false, true, false], failures.Select(failure => failure is DbException));
        Assert.Equal([1, 2, 3], await Stored());
    }

    [Fact]
    public async Task A_transaction_that_is_lost_as_a_whole_is_known_to_all_who_shared_it_and_the_next_goes_well()
    {
        var before = await Writer.OpenForWriting();
        var writes = Enumerable.Range(0, 3).Select(i => Record.ExceptionAsync(() => Writer.Write(async db =>
        {
            await Insert(db, i);
            // What SQLite does by itself when the disk is full.
            return i == 1 ? await db.ExecuteAsync("ROLLBACK") + await db.ExecuteAsync("no statement") : 1;
        })).AsTask()).ToList();
        await before.DisposeAsync();

        var failures = await Task.WhenAll(writes).WaitAsync(Patience, Cancel);

        Assert.DoesNotContain(null, failures);
        Assert.Empty(await Stored());
        await Writer.Write(db => Insert(db, 4)).WaitAsync(Patience, Cancel);
        Assert.Equal([4], await Stored());
    }

    [Fact]
    public async Task The_same_statement_runs_again_with_other_values_and_with_lists()
    {
        await Writer.Write(async db =>
        {
            foreach (var i in new[] { 1, 2, 3 })
                await Insert(db, i);
            return await db.ExecuteAsync("UPDATE Agenda SET Due = Due + 1 WHERE Grain = @_grain AND What IN @some", new { _grain, some = new[] { "1", "3" } });
        });
        var moved = await Writer.Write(db => db.QueryAsync<string>("SELECT What FROM Agenda WHERE Grain = @_grain AND Due > 100000000000000 ORDER BY What", new { _grain }));
        var stayed = await Writer.Write(db => db.ExecuteScalarAsync<string>("SELECT What FROM Agenda WHERE Grain = @_grain AND Due = @due", new { _grain, due = 100000000000000 }));

        Assert.Equal(["1", "3"], moved);
        Assert.Equal("2", stayed);
    }

    [Fact]
    public async Task Of_ever_new_statements_each_does_its_own_work()
    {
        await Writer.Write(async db =>
        {
            for (var i = 0; i < 300; i++)
                await Insert(db, i);
            return true;
        });

        var counted = await Writer.Write(async db =>
        {
            var counts = new List<int>();
            for (var length = 1; length <= 300; length++)
                counts.Add(await db.ExecuteScalarAsync<int>("SELECT COUNT(*) FROM Agenda WHERE Grain = @_grain AND What IN @some", new { _grain, some = Enumerable.Range(0, length).Select(i => $"{i}") }));
            return counts;
        });

        Assert.Equal(Enumerable.Range(1, 300), counted);
        Assert.Equal(Enumerable.Range(0, 300), await Stored());
    }

    // Due in the year 5138: the agenda leaves it alone.
    private Task<int> Insert(DbConnection db, int number) => db.ExecuteAsync(
        "INSERT INTO Agenda (Grain, What, Due) VALUES (@_grain, @What, 100000000000000)", new { _grain, What = $"{number}" });

    private async Task<IEnumerable<int>> Stored()
    {
        await using var db = await Database.OpenConnectionAsync(Cancel);
        return (await db.QueryAsync<int>("SELECT CAST(What AS INTEGER) AS Number FROM Agenda WHERE Grain = @_grain ORDER BY Number", new { _grain })).ToList();
    }
}
