using DbUp;
using DbUp.Builder;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Weave.Sql;

/// <summary>Numbered scripts, embedded from <c>Sql/</c>, a folder for each database; each run once and in order.</summary>
internal static class Migrations
{
    /// <summary>Names the lock of those who migrate; any number that nothing else of this database uses.</summary>
    private const long Turn = 0x5765617665;

    /// <summary>Brings the SQLite file up to date; throws when a script fails, and the process does not start.</summary>
    public static void RunSqlite(string connectionString)
    {
        LogAhead(connectionString);
        Run(DeployChanges.To.SqliteDatabase(connectionString), ".Sql.Sqlite.");
    }

    /// <summary>The same for PostgreSQL. Of several hosts that start at once one migrates, and the others wait.</summary>
    public static void RunPostgres(string connectionString)
    {
        // DbUp has a pool of its own, which nobody would close.
        connectionString = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString;
        using var connection = new NpgsqlConnection(connectionString);
        connection.Open();
        using var turn = connection.CreateCommand();
        turn.Parameters.AddWithValue("turn", Turn);
        // Another host may be at a script that takes long.
        turn.CommandTimeout = 0;
        turn.CommandText = "SELECT pg_advisory_lock(@turn)";
        turn.ExecuteNonQuery();
        try
        {
            Run(DeployChanges.To.PostgresqlDatabase(connectionString), ".Sql.Postgres.");
        }
        finally
        {
            turn.CommandText = "SELECT pg_advisory_unlock(@turn)";
            turn.ExecuteNonQuery();
        }
    }

    private static void Run(UpgradeEngineBuilder database, string folder)
    {
        var result = database
            .WithScriptsEmbeddedInAssembly(typeof(Migrations).Assembly, name => name.Contains(folder, StringComparison.Ordinal))
            .WithTransactionPerScript()
            .WithVariablesDisabled()
            .LogToNowhere()
            .Build()
            .PerformUpgrade();
        if (!result.Successful)
            throw new InvalidOperationException($"Migration {result.ErrorScript?.Name} failed.", result.Error);
    }

    /// <summary>Readers and the writer do not wait for each other. A property of the file, kept from then on; it cannot be set within a transaction.</summary>
    private static void LogAhead(string connectionString)
    {
        using var connection = new SqliteConnection(connectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode=WAL";
        command.ExecuteNonQuery();
    }
}
