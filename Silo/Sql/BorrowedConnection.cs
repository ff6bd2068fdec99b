using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;

namespace Weave.Sql;

/// <summary>A kept connection as somebody has it who thinks it is theirs: it is open already, and to dispose of it gives it back.</summary>
internal sealed class BorrowedConnection(KeptConnection kept, Action<KeptConnection>? giveBack) : DbConnection
{
    private KeptConnection? _kept = kept;

    [AllowNull]
    public override string ConnectionString
    {
        get => Kept.ConnectionString;
        set => throw new NotSupportedException();
    }

    public override string Database => Kept.Database;

    public override string DataSource => Kept.DataSource;

    public override string ServerVersion => Kept.ServerVersion;

    public override ConnectionState State => _kept?.State ?? ConnectionState.Closed;

    private KeptConnection Kept => _kept ?? throw new ObjectDisposedException(nameof(BorrowedConnection));

    public override void Open() => ObjectDisposedException.ThrowIf(_kept is null, this);

    public override void Close()
    {
        if (_kept is { } given)
            giveBack?.Invoke(given);
        _kept = null;
    }

    public override void ChangeDatabase(string databaseName) => throw new NotSupportedException();

    protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) => throw new NotSupportedException();

    /// <summary>Asked for as of any connection: as <see cref="Microsoft.Data.Sqlite.SqliteConnection"/> it would make one that is not kept.</summary>
    protected override DbCommand CreateDbCommand() => ((DbConnection)Kept).CreateCommand();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            Close();
        base.Dispose(disposing);
    }
}
