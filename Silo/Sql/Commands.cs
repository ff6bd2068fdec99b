using System.Data.Common;

namespace Weave.Sql;

internal static class Commands
{
    /// <summary>Runs a constant statement.</summary>
    public static void Run(this DbConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Constants of this folder.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
