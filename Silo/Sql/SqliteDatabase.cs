using System.Collections.Concurrent;
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

    /// <summary>Readers at the same time whose connections are worth keeping.</summary>
    private const int KeptReaders = 16;

    /// <summary>Somebody's last write at a stop.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly AsyncLocal<KeptConnection?> _within = new();
    private readonly ConcurrentBag<KeptConnection> _readers = [];
    private readonly KeptConnection _writer;
    private readonly LogFlush _log;
    private readonly GroupedWrites _writes;
    private readonly string _unpooled;
    private volatile bool _ended;

    public SqliteDatabase(string connectionString)
    {
        ConnectionString = connectionString;
        _unpooled = new SqliteConnectionStringBuilder(connectionString) { Pooling = false }.ToString();
        // As long as one connection is open the log stays the same file.
        _writer = new KeptConnection(_unpooled);
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
        _writes.Add(new(async db => result = await work(db).ConfigureAwait(false), failure =>
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

    /// <summary>A write among the others by somebody who opens a connection of this database for themselves: they get the one that writes.</summary>
    public Task Write(Func<Task> write) => Write(async db =>
    {
        _within.Value = (KeptConnection)db;
        await write().ConfigureAwait(false);
        return true;
    });

    /// <summary>Orleans looks at its type, and opens none.</summary>
    protected override DbConnection CreateDbConnection() => new SqliteConnection(ConnectionString);

    protected override DbConnection OpenDbConnection() =>
        _within.Value is { } writing ? new BorrowedConnection(writing, giveBack: null) : new BorrowedConnection(Reader(), GiveBack);

    protected override ValueTask<DbConnection> OpenDbConnectionAsync(CancellationToken cancellationToken = default) => new(OpenDbConnection());

    protected override void Dispose(bool disposing)
    {
        // Asynchronous disposal comes here too, with false. Whoever writes still has its turn; whoever comes later finds the connection closed.
        var alone = _turn.Wait(Patience);
        _ended = true;
        CloseReaders();
        using (var pooled = new SqliteConnection(ConnectionString))
            SqliteConnection.ClearPool(pooled);
        // The last one takes the log into the file.
        _writer.Dispose();
        _log.Dispose();
        if (alone)
            _turn.Release();
        base.Dispose(disposing);
    }

    private void CloseReaders()
    {
        while (_readers.TryTake(out var reader))
            reader.Dispose();
    }

    private KeptConnection Reader()
    {
        if (_readers.TryTake(out var reader))
            return reader;
        reader = new KeptConnection(_unpooled);
        reader.Open();
        return reader;
    }

    private void GiveBack(KeptConnection reader)
    {
        if (_readers.Count < KeptReaders)
            _readers.Add(reader);
        else
            reader.Dispose();
        if (_ended)
            CloseReaders();
    }

    private Task Written()
    {
        _turn.Release();
        return _log.Flush();
    }
}
