using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Weave.Sql;

/// <summary>
/// Takes all who wait into one transaction and one flush to the disk; those who come meanwhile are the next. Each is a savepoint, so that it fails alone. The connection is kept: what
/// there is to say to it once is said once.
/// </summary>
internal sealed class GroupedWrites(DbConnection connection, SemaphoreSlim turn, LogFlush log)
{
    /// <summary>Others who want the file get their turn in between.</summary>
    private const int AtOnce = 200;

    private readonly Lock _lock = new();
    private readonly Queue<PendingWrite> _waiting = new();
    private bool _busy;

    public void Add(PendingWrite write)
    {
        lock (_lock)
        {
            _waiting.Enqueue(write);
            if (_busy)
                return;
            _busy = true;
        }
        _ = WriteAll();
    }

    private async Task WriteAll()
    {
        await WriteNext();
        // Whoever comes when nobody writes does so at once, and no other thread has to wake up for it. What has come meanwhile is not theirs to do.
        while (More())
        {
            await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
            await WriteNext();
        }
    }

    private async Task WriteNext()
    {
        await turn.WaitAsync().ConfigureAwait(false);
        var writes = Take();
        try
        {
            try
            {
                await Commit(writes);
            }
            finally
            {
                turn.Release();
            }
            log.FlushNow();
        }
        catch (Exception e)
        {
            // Nothing of this transaction is known to be stored, whatever became of each.
            writes.ForEach(write => write.Fail(e));
        }
        writes.ForEach(write => write.End());
    }

    private List<PendingWrite> Take()
    {
        lock (_lock)
        {
            var writes = new List<PendingWrite>(Math.Min(_waiting.Count, AtOnce));
            while (writes.Count < AtOnce && _waiting.TryDequeue(out var write))
                writes.Add(write);
            return writes;
        }
    }

    private bool More()
    {
        lock (_lock)
            return _busy = _waiting.Count > 0;
    }

    private async Task Commit(List<PendingWrite> writes)
    {
        try
        {
            connection.Run("BEGIN IMMEDIATE");
            foreach (var write in writes)
                await Do(write);
            connection.Run("COMMIT");
        }
        catch
        {
            RollBack();
            throw;
        }
    }

    private async Task Do(PendingWrite write)
    {
        connection.Run("SAVEPOINT One");
        try
        {
            await write.Do(connection);
        }
        catch (Exception e)
        {
            write.Fail(e);
            connection.Run("ROLLBACK TO One");
        }
        connection.Run("RELEASE One");
    }

    private void RollBack()
    {
        try
        {
            connection.Run("ROLLBACK");
        }
        catch (SqliteException)
        {
            // SQLite has done so by itself, or there was nothing yet.
        }
    }
}
