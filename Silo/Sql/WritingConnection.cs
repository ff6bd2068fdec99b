using Microsoft.Data.Sqlite;

namespace Weave.Sql;

/// <summary>A connection that is one turn of a writer.</summary>
internal sealed class WritingConnection(string connectionString, Func<Task> written) : SqliteConnection(connectionString)
{
    private bool _ended;

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (_ended)
            return;
        _ended = true;
        await written();
    }
}
