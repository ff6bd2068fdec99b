using System.Data.Common;
using Dapper;

namespace Weave;

/// <summary>Writing to our own tables.</summary>
internal static class Writing
{
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
}
