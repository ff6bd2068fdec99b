using System.Data.Common;

namespace Weave.Sql;

/// <summary>Some work that waits for its turn.</summary>
/// <param name="end">Hears how it ended, once: with the failure, or null.</param>
internal sealed class PendingWrite(Func<DbConnection, Task> work, Action<Exception?> end)
{
    private Exception? _failure;

    public Task Do(DbConnection db) => work(db);

    /// <summary>The first failure is the one that is told.</summary>
    public void Fail(Exception failure) => _failure ??= failure;

    public void End() => end(_failure);
}
