using Microsoft.Win32.SafeHandles;

namespace Weave.Sql;

/// <summary>Brings the write-ahead log to the disk, once for all who wait: those who come while a flush is under way share the next one.</summary>
internal sealed class LogFlush(string path) : IDisposable
{
    private readonly SafeFileHandle _file = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Lock _lock = new();
    private Task? _next;

    /// <summary>Returns when everything that was written before the call is on the disk.</summary>
    public Task Flush()
    {
        lock (_lock)
            return _next ??= Task.Run(FlushNext);
    }

    /// <summary>The same, at once and on this thread.</summary>
    public void FlushNow() => RandomAccess.FlushToDisk(_file);

    public void Dispose()
    {
        _file.Dispose();
        _turn.Dispose();
    }

    private async Task FlushNext()
    {
        await _turn.WaitAsync();
        try
        {
            lock (_lock)
                _next = null;
            FlushNow();
        }
        finally
        {
            _turn.Release();
        }
    }
}
