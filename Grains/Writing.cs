using System.Data.Common;
using Dapper;

namespace Weave;

/// <summary>Writing to our own tables.</summary>
internal static class Writing
{
    /// <summary>
    /// Does some work in one transaction; what it returns is returned once that is on the disk, and when it throws nothing has changed. The work uses the connection, which begins and
    /// commits by itself, and nothing else that has to be waited for: it asks no grain. It may be done on any thread.
    /// </summary>
    public static Task<T> Write<T>(this DbDataSource database, Func<DbConnection, Task<T>> work) =>
        database is IOneWriter one ? one.Write(work) : WriteAlone(database, work);

    /// <summary>A connection to write with: see <see cref="IOneWriter.OpenForWriting"/>, where the database is one of these.</summary>
    public static async Task<DbConnection> OpenForWriting(this DbDataSource database) =>
        database is IOneWriter one ? await one.OpenForWriting() : await database.OpenConnectionAsync();

    /// <summary>
    /// Begins a transaction that waits until no other under one of these names goes on, on whatever silo: for those that write many rows which others write too, in
    /// another order, and would end up waiting for each other. Where there is one writer anyway it is a transaction like any other.
    /// </summary>
    public static async Task<DbTransaction> BeginAlone(this DbDataSource database, DbConnection db, params string[] names)
    {
        var transaction = await db.BeginTransactionAsync();
        if (database is not IOneWriter)
            foreach (var name in names)
                await db.ExecuteAsync("SELECT pg_advisory_xact_lock(hashtextextended(@name, 0))", new { name }, transaction);
        return transaction;
    }

    private static async Task<T> WriteAlone<T>(DbDataSource database, Func<DbConnection, Task<T>> work)
    {
        await using var db = await database.OpenConnectionAsync();
        await using var transaction = await db.BeginTransactionAsync();
        var result = await work(db);
        await transaction.CommitAsync();
        return result;
    }
}
