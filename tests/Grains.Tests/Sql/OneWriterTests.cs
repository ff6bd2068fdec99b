using System.Data.Common;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Weave.Sql;

public sealed class OneWriterTests(TestSilo silo)
{
    private readonly string _grain = $"test/{Guid.CreateVersion7():N}";

    private DbDataSource Database => silo.Services.GetRequiredService<DbDataSource>();

    [Fact]
    public async Task Of_many_who_write_at_once_each_has_a_turn_and_one_who_fails_passes_it_on()
    {
        var writers = Enumerable.Range(0, 60).Select(i => Record.ExceptionAsync(() => Write(i, fails: i % 3 == 0)).AsTask()).ToList();

        var failures = await Task.WhenAll(writers);

        Assert.Equal(20, failures.Count(failure => failure is InvalidOperationException));
        Assert.Equal(40, failures.Count(failure => failure is null));
        Assert.Equal(40, await Count());
    }

    [Fact]
    public async Task What_was_written_is_seen_by_others_when_the_turn_is_over_and_not_before()
    {
        var writing = await Assert.IsType<IOneWriter>(Database, exactMatch: false).OpenForWriting();
        await using (var transaction = await writing.BeginTransactionAsync(TestContext.Current.CancellationToken))
        {
            await Insert(writing, 1, transaction);
            Assert.Equal(0, await Count());
            await transaction.CommitAsync(TestContext.Current.CancellationToken);
        }
        await writing.DisposeAsync();
        await writing.DisposeAsync();

        Assert.Equal(1, await Count());
        await Write(2, fails: false);
        Assert.Equal(2, await Count());
    }

    private async Task Write(int number, bool fails)
    {
        await using var db = await ((IOneWriter)Database).OpenForWriting();
        await using var transaction = await db.BeginTransactionAsync();
        await Insert(db, number, transaction);
        if (fails)
            throw new InvalidOperationException("Half-way.");
        await transaction.CommitAsync();
    }

    // Due in the year 5138: the agenda leaves it alone.
    private Task Insert(DbConnection db, int number, DbTransaction transaction) => db.ExecuteAsync(
        "INSERT INTO Agenda (Grain, What, Due) VALUES (@_grain, @What, 100000000000000)", new { _grain, What = $"{number}" }, transaction);

    private async Task<int> Count()
    {
        await using var db = await Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        return await db.ExecuteScalarAsync<int>("SELECT COUNT(*) FROM Agenda WHERE Grain = @_grain", new { _grain });
    }
}
