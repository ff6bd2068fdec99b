using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Weave.Sql;

/// <summary>A connection that keeps its statements: to parse one costs more than to run it.</summary>
internal sealed class KeptConnection(string connectionString) : SqliteConnection(connectionString)
{
    /// <summary>Texts are constants of the program, but for lists of parameters, which would fill any number of places for good.</summary>
    private const int Most = 200;

    private readonly Dictionary<string, SqliteCommand> _kept = new(StringComparer.Ordinal);

    /// <summary>The command of that text, which nobody else uses until it is given back.</summary>
    public SqliteCommand Take(string text)
    {
        if (_kept.Remove(text, out var command))
            return command;
        command = CreateCommand();
#pragma warning disable CA2100 // Whoever runs it is asked, not we.
        command.CommandText = text;
#pragma warning restore CA2100
        return command;
    }

    public void GiveBack(SqliteCommand command)
    {
        command.Parameters.Clear();
        if (_kept.Count >= Most)
            Forget();
        if (!_kept.TryAdd(command.CommandText, command))
            command.Dispose();
    }

    protected override DbCommand CreateDbCommand() => new KeptCommand(this);

    protected override void Dispose(bool disposing)
    {
        Forget();
        base.Dispose(disposing);
    }

    /// <summary>Those in use come back soon.</summary>
    private void Forget()
    {
        foreach (var command in _kept.Values)
            command.Dispose();
        _kept.Clear();
    }
}
