using DbUp;
using Microsoft.Data.Sqlite;

namespace Weave.Sql;

/// <summary>Numbered scripts, embedded from <c>Sql/</c>, each run once and in order.</summary>
internal static class Migrations
{
    /// <summary>Brings the database up to date; throws when a script fails, and the process does not start.</summary>
    public static void Run(string connectionString)
    {
        LogAhead(connectionString);
        var result = DeployChanges.To
            .SqliteDatabase(connectionString)
            .WithScriptsEmbeddedInAssembly(typeof(Migrations).Assembly, name => name.Contains(".Sql.Sqlite.", StringComparison.Ordinal))
            .WithTransactionPerScript()
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
