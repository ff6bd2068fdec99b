using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;

namespace Weave.Sql;

/// <summary>Stands for the command of its text, for as long as it is used.</summary>
internal sealed class KeptCommand(KeptConnection connection) : DbCommand
{
    private SqliteCommand? _command;

    [AllowNull]
    public override string CommandText
    {
        get => _command?.CommandText ?? "";
        set
        {
            if (_command?.CommandText == value)
                return;
            var parameters = _command?.Parameters.Cast<SqliteParameter>().ToList() ?? [];
            GiveBack();
            _command = connection.Take(value ?? "");
            _command.Parameters.AddRange(parameters);
        }
    }

    public override int CommandTimeout
    {
        get => Command.CommandTimeout;
        set => Command.CommandTimeout = value;
    }

    public override CommandType CommandType
    {
        get => CommandType.Text;
        set => Command.CommandType = value;
    }

    public override UpdateRowSource UpdatedRowSource { get; set; }

    public override bool DesignTimeVisible { get; set; }

    protected override DbConnection? DbConnection
    {
        get => connection;
        set => throw new NotSupportedException();
    }

    protected override DbTransaction? DbTransaction
    {
        get => null;
        set
        {
            if (value is not null)
                throw new NotSupportedException();
        }
    }

    protected override DbParameterCollection DbParameterCollection => Command.Parameters;

    /// <summary>Parameters may come before the text.</summary>
    private SqliteCommand Command => _command ??= connection.Take("");

    public override void Cancel() => Command.Cancel();

    public override void Prepare() => Command.Prepare();

    public override int ExecuteNonQuery() => Command.ExecuteNonQuery();

    public override object? ExecuteScalar() => Command.ExecuteScalar();

    protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => Command.ExecuteReader(behavior);

    protected override DbParameter CreateDbParameter() => Command.CreateParameter();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            GiveBack();
        base.Dispose(disposing);
    }

    private void GiveBack()
    {
        if (_command is not null)
            connection.GiveBack(_command);
        _command = null;
    }
}
