using DbUp;

namespace Weave.Sql;

/// <summary>Numbered scripts, embedded from <c>Sql/</c>, each run once and in order.</summary>
internal static class Migrations
{
    /// <summary>Brings the database up to date; throws when a script fails, and the process does not start.</summary>
    public static void Run(string connectionString)
    {
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
}
