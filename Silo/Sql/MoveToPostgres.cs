using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Weave.Sql;

/// <summary>
/// Takes everything over from a data folder into a PostgreSQL database that has nothing yet: all of it or nothing. The file gets another name then, so that nobody goes
/// on with it by mistake, and a host that starts with the same setting again finds nothing to take over.
/// </summary>
internal sealed class MoveToPostgres(SqliteConnection from, NpgsqlConnection to)
{
    /// <summary>What the file is called afterwards.</summary>
    public const string Moved = ".moved";

    /// <summary>Of two hosts that start at once with the same setting one moves, and the other waits.</summary>
    private const long Turn = 0x4D6F7665;

    /// <summary>What each database has of its own: Orleans' statements, its reminder (here each silo looks after the agenda) and the scripts that were run.</summary>
    private static readonly string[] Left = ["OrleansQuery", "OrleansRemindersTable", "SchemaVersions"];

    /// <exception cref="OptionsValidationException">The database has something already, or the file is in use or not there.</exception>
    public static void Run(string folder, string connectionString)
    {
        var file = Path.Combine(folder, SqliteHosting.FileName);
        using var to = new NpgsqlConnection(connectionString);
        to.Open();
        using var all = to.BeginTransaction();
        to.Run($"SELECT pg_advisory_xact_lock({Turn})");
        if (!File.Exists(file))
        {
            if (File.Exists(file + Moved))
                return;
            throw Invalid($"there is no {file}.");
        }
        using (var from = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false, DefaultTimeout = 1 }.ToString()))
        {
            from.Open();
            TakeAlone(from, file);
            Migrations.RunSqlite(from.ConnectionString);
            var (rows, tables) = new MoveToPostgres(from, to).CopyAll(folder);
            all.Commit();
            // Not a log line: whoever asked for it waits for it.
            Console.WriteLine($"Moved {rows} rows of {tables} tables from {file} to PostgreSQL.");
        }
        File.Move(file, file + Moved, overwrite: true);
    }

    /// <summary>A file that somebody else has open cannot change to the journal that allows nobody else.</summary>
    private static void TakeAlone(SqliteConnection from, string file)
    {
        try
        {
            from.Run("PRAGMA journal_mode=DELETE");
        }
        catch (SqliteException e) when (e.SqliteErrorCode is 5 or 6)
        {
            throw Invalid($"{file} is in use. Stop the Weave that runs on it first.");
        }
    }

    private static OptionsValidationException Invalid(string reason) => new(StorageOptions.Section, typeof(StorageOptions), [$"Setting {StorageOptions.Section}: MoveFrom: {reason}"]);

    private (long Rows, int Tables) CopyAll(string folder)
    {
        if (Column(to, "SELECT ServiceId FROM OrleansStorage LIMIT 1").Count > 0)
            throw Invalid("the database has members of its own, or was filled before. Name an empty one, or leave this setting out.");
        var tables = Column(from, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'").Where(table => !Left.Contains(table, StringComparer.Ordinal)).ToList();
        var rows = tables.Sum(CopyTable);
        foreach (var table in Column(from, "SELECT name FROM sqlite_sequence").Intersect(tables, StringComparer.Ordinal))
            GoOnCounting(table);
        CopyKeys(Path.Combine(folder, "keys"));
        return (rows, tables.Count);
    }

    private long CopyTable(string table)
    {
        var types = Types(table);
        var columns = Column(from, $"SELECT name FROM pragma_table_info('{table}')");
        using var command = from.CreateCommand();
        command.CommandText = $"SELECT {string.Join(", ", columns)} FROM {table}";
        using var row = command.ExecuteReader();
        using var copy = to.BeginBinaryImport($"COPY {table} ({string.Join(", ", columns)}) FROM STDIN (FORMAT BINARY)");
        while (row.Read())
        {
            copy.StartRow();
            for (var i = 0; i < columns.Count; i++)
                Write(copy, row, i, types[columns[i]]);
        }
        return (long)copy.Complete();
    }

    private static void Write(NpgsqlBinaryImporter copy, SqliteDataReader row, int column, string type)
    {
        if (row.IsDBNull(column))
        {
            copy.WriteNull();
            return;
        }
        switch (type)
        {
            case "bigint":
                copy.Write(row.GetInt64(column));
                break;
            case "integer":
                copy.Write(row.GetInt32(column));
                break;
            case "double precision":
                copy.Write(row.GetDouble(column));
                break;
            case "bytea":
                copy.Write(row.GetFieldValue<byte[]>(column));
                break;
            case "text":
                copy.Write(row.GetString(column));
                break;
            default:
                throw new NotSupportedException($"Nothing of type {type} is kept.");
        }
    }

    /// <summary>Of each column PostgreSQL's type, by the name SQLite writes in capitals.</summary>
    private Dictionary<string, string> Types(string table)
    {
        using var command = to.CreateCommand();
        command.CommandText = "SELECT column_name, data_type FROM information_schema.columns WHERE table_schema = current_schema() AND table_name = lower(@table)";
        command.Parameters.AddWithValue("table", table);
        using var row = command.ExecuteReader();
        var types = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (row.Read())
            types.Add(row.GetString(0), row.GetString(1));
        return types;
    }

    /// <summary>Numbers that were given are not given again, not even those of rows that are gone.</summary>
    private void GoOnCounting(string table)
    {
        using var command = from.CreateCommand();
        command.CommandText = "SELECT seq, (SELECT name FROM pragma_table_info(@table) WHERE pk = 1) FROM sqlite_sequence WHERE name = @table";
        command.Parameters.AddWithValue("@table", table);
        using var row = command.ExecuteReader();
        row.Read();
        using var set = to.CreateCommand();
        set.CommandText = "SELECT setval(pg_get_serial_sequence(lower(@table), lower(@column)), @last)";
        set.Parameters.AddWithValue("table", table);
        set.Parameters.AddWithValue("column", row.GetString(1));
        set.Parameters.AddWithValue("last", row.GetInt64(0));
        set.ExecuteNonQuery();
    }

    /// <summary>Whoever is signed in stays so.</summary>
    private void CopyKeys(string folder)
    {
        foreach (var file in Directory.Exists(folder) ? Directory.GetFiles(folder, "*.xml") : [])
        {
            using var command = to.CreateCommand();
            command.CommandText = "INSERT INTO SessionKey (Name, Xml) VALUES (@name, @xml)";
            command.Parameters.AddWithValue("name", Path.GetFileNameWithoutExtension(file));
            command.Parameters.AddWithValue("xml", File.ReadAllText(file));
            command.ExecuteNonQuery();
        }
    }

    private static List<string> Column(DbConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var row = command.ExecuteReader();
        var values = new List<string>();
        while (row.Read())
            values.Add(row.GetString(0));
        return values;
    }
}
