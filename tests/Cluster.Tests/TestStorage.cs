namespace Weave;

/// <summary>What a silo under test stores in: a PostgreSQL database of its own.</summary>
internal sealed class TestStorage : IAsyncDisposable
{
    /// <summary>How many silos share it: what one grain says to another travels.</summary>
    public const int Silos = 2;

    /// <summary>Names all tables but the database's own.</summary>
    public const string Tables = "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' ORDER BY table_name";

    private TestStorage(string connectionString) => Settings = new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        [$"{StorageOptions.Section}:ConnectionString"] = connectionString,
        [$"{ClusteringOptions.Section}:SiloPort"] = "0",
    };

    /// <summary>The settings that lead to it.</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; }

    public static async Task<TestStorage> Make() => new(await PostgresServer.NewDatabase());

    /// <summary>Says for each column of a table how one finds out whether it holds <c>@text</c>, which is in small letters.</summary>
    public static string Conditions(string table) =>
        $"""
        SELECT 'position(@text IN lower(' || CASE data_type WHEN 'bytea' THEN 'encode(' || column_name || ', ''escape'')' ELSE column_name || '::TEXT' END || ')) > 0'
        FROM information_schema.columns WHERE table_schema = 'public' AND table_name = '{table}'
        """;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
