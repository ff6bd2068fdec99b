using System.Diagnostics;
using System.Text;

namespace Weave;

/// <summary>What a process says, line by line; one can wait for a line.</summary>
internal sealed class ProcessOutput
{
    private readonly Lock _lock = new();
    private readonly List<string> _lines = [];
    private readonly List<(string Part, TaskCompletionSource<string> Found)> _waiting = [];
    private int _open = 2;

    /// <summary>Starts the process and listens to both of its streams until they end.</summary>
    public void Follow(Process process)
    {
        process.OutputDataReceived += (_, e) => Add(e.Data);
        process.ErrorDataReceived += (_, e) => Add(e.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>The first line that contains <paramref name="part"/>, said already or later. Fails when the process ends without it.</summary>
    public Task<string> Line(string part)
    {
        lock (_lock)
        {
            if (_lines.Find(line => line.Contains(part, StringComparison.Ordinal)) is { } said)
                return Task.FromResult(said);
            if (_open == 0)
                return Task.FromException<string>(Missing(part));
            var found = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Add((part, found));
            return found.Task;
        }
    }

    public override string ToString()
    {
        lock (_lock)
            return new StringBuilder().AppendJoin('\n', _lines).ToString();
    }

    private void Add(string? line)
    {
        if (line is null)
        {
            Close();
            return;
        }
        lock (_lock)
        {
            _lines.Add(line);
            foreach (var (part, found) in _waiting)
                if (line.Contains(part, StringComparison.Ordinal))
                    found.TrySetResult(line);
        }
    }

    /// <summary>A process has ended for the reader when both streams have: the last lines may arrive after its exit.</summary>
    private void Close()
    {
        lock (_lock)
        {
            if (--_open > 0)
                return;
            foreach (var (part, found) in _waiting)
                found.TrySetException(Missing(part));
        }
    }

    private InvalidOperationException Missing(string part) => new($"The process ended before it said '{part}'. It said:\n{string.Join('\n', _lines)}");
}
