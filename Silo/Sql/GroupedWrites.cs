using System.Data.Common;
using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace Weave.Sql;

/// <summary>
/// Takes all who wait into one transaction and one flush to the disk; those who come meanwhile are the next. Each is a savepoint, so that it fails alone. The connection is kept: what
/// there is to say to it once is said once. Nothing here goes on in the turn of the grain that wrote first: others wait for it too.
/// </summary>
internal sealed class GroupedWrites(DbConnection connection, SemaphoreSlim turn, LogFlush log)
{
    /// <summary>Others who want the file get their turn in between.</summary>
    private const int AtOnce = 200;

    /// <summary>
    /// From one group to the next: a flush costs as much as ten writes and has the disk for a moment, so that at a busy time it is better shared by all of some milliseconds.
    /// Who comes after a quiet moment does not wait.
    /// </summary>
    private static readonly TimeSpan Apart = TimeSpan.FromMilliseconds(5);

    private readonly Lock _lock = new();
    private readonly Queue<PendingWrite> _waiting = new();
    private readonly Stopwatch _sinceLast = Stopwatch.StartNew();
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
        await WriteNext().ConfigureAwait(false);
        // Whoever comes when nobody writes does so at once, and no other thread has to wake up for it. What has come meanwhile is not theirs to do.
        while (More())
        {
            await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
            await WriteNext().ConfigureAwait(false);
        }
    }

    private async Task WriteNext()
    {
        if (Apart - _sinceLast.Elapsed is var early && early > TimeSpan.Zero)
            await Task.Delay(early).ConfigureAwait(false);
        await turn.WaitAsync().ConfigureAwait(false);
        _sinceLast.Restart();
        var writes = Take();
        try
        {
            try
            {
                await Commit(writes).ConfigureAwait(false);
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
                await Do(write).ConfigureAwait(false);
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
            await write.Do(connection).ConfigureAwait(false);
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
