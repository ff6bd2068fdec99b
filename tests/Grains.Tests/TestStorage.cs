namespace Weave;

/// <summary>What a silo under test stores in: a SQLite file of its own.</summary>
internal sealed class TestStorage : IAsyncDisposable
{
    /// <summary>How many silos can share it.</summary>
    public const int Silos = 1;

    /// <summary>Names all tables but the database's own.</summary>
    public const string Tables = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name";

    private readonly string _folder = Directory.CreateTempSubdirectory("weave-").FullName;

    private TestStorage()
    {
    }

    /// <summary>The settings that lead to it.</summary>
    public IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>(StringComparer.Ordinal) { [$"{StorageOptions.Section}:Folder"] = _folder };

    public static Task<TestStorage> Make() => Task.FromResult(new TestStorage());

    /// <summary>Says for each column of a table how one finds out whether it holds <c>@text</c>, which is in small letters.</summary>
    public static string Conditions(string table) => $"SELECT 'instr(lower(CAST(' || name || ' AS TEXT)), @text) > 0' FROM pragma_table_info('{table}')";

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}
