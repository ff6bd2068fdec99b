using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Weave.Sql;

/// <summary>
/// The SQLite file. It has one writer at a time by nature; here they queue up instead of trying again and again. A commit does not wait for the disk
/// (<c>synchronous=NORMAL</c>): whoever has written waits for one flush of the log, together with all others who wrote meanwhile.
/// </summary>
internal sealed class SqliteDatabase : DbDataSource, IOneWriter
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly SqliteConnection _keeper;
    private readonly LogFlush _log;

    public SqliteDatabase(string connectionString)
    {
        ConnectionString = connectionString;
        // As long as one connection is open the log stays the same file.
        _keeper = new SqliteConnection(new SqliteConnectionStringBuilder(connectionString) { Pooling = false }.ToString());
        _keeper.Open();
        // Makes the log, if there is none.
        Execute(_keeper, "BEGIN IMMEDIATE; COMMIT");
        _log = new LogFlush($"{_keeper.DataSource}-wal");
    }

    public override string ConnectionString { get; }

    public async Task<DbConnection> OpenForWriting()
    {
        await _turn.WaitAsync();
        var connection = new WritingConnection(ConnectionString, Written);
        try
        {
            await connection.OpenAsync();
            Execute(connection, "PRAGMA synchronous=NORMAL");
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>A turn of somebody who brings their own connection.</summary>
    public async Task Write(Func<Task> write)
    {
        await _turn.WaitAsync();
        try
        {
            await write();
        }
        finally
        {
            await Written();
        }
    }

    protected override DbConnection CreateDbConnection() => new SqliteConnection(ConnectionString);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _keeper.Dispose();
            _log.Dispose();
            _turn.Dispose();
        }
        base.Dispose(disposing);
    }

    private Task Written()
    {
        _turn.Release();
        return _log.Flush();
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Constants of this file.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
