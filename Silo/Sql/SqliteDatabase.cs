using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Weave.Sql;

/// <summary>
/// The SQLite file. It has one writer at a time by nature; here they queue up instead of trying again and again. A commit does not wait for the disk
/// (<c>synchronous=NORMAL</c>): whoever has written waits for one flush of the log, together with all others who wrote meanwhile. Small writes that wait share one
/// transaction, see <see cref="GroupedWrites"/>.
/// </summary>
internal sealed class SqliteDatabase : DbDataSource, IOneWriter
{
    private const string Unflushed = "PRAGMA synchronous=NORMAL";

    /// <summary>32 MB: what rooms and the outbox write to goes round and round.</summary>
    private const string Cached = "PRAGMA cache_size=-32000";

    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly KeptConnection _writer;
    private readonly LogFlush _log;
    private readonly GroupedWrites _writes;

    public SqliteDatabase(string connectionString)
    {
        ConnectionString = connectionString;
        // As long as one connection is open the log stays the same file.
        _writer = new KeptConnection(new SqliteConnectionStringBuilder(connectionString) { Pooling = false }.ToString());
        _writer.Open();
        _writer.Run(Unflushed);
        _writer.Run(Cached);
        // Makes the log, if there is none.
        _writer.Run("BEGIN IMMEDIATE; COMMIT");
        _log = new LogFlush($"{_writer.DataSource}-wal");
        _writes = new GroupedWrites(_writer, _turn, _log);
    }

    public override string ConnectionString { get; }

    public Task<T> Write<T>(Func<DbConnection, Task<T>> work)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        var result = default(T);
        _writes.Add(new(async db => result = await work(db), failure =>
        {
            if (failure is null)
                done.SetResult(result!);
            else
                done.SetException(failure);
        }));
        return done.Task;
    }

    public async Task<DbConnection> OpenForWriting()
    {
        await _turn.WaitAsync();
        var connection = new WritingConnection(ConnectionString, Written);
        try
        {
            await connection.OpenAsync();
            connection.Run(Unflushed);
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
            _writer.Dispose();
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
}
