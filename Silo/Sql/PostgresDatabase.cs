using System.Data.Common;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Weave.Sql;

/// <summary>A PostgreSQL database, shared by all hosts. Its connections come from one pool with those of Orleans, which goes by the same string.</summary>
internal sealed class PostgresDatabase(string connectionString) : DbDataSource
{
    /// <summary>What holds unless the setting says otherwise: a server takes a hundred connections by default, and a few hosts share it.</summary>
    private const string Defaults = "Application Name=weave;Maximum Pool Size=30";

    public override string ConnectionString { get; } = connectionString;

    /// <summary>Reads the setting, and tries it. What it says when that fails never has the password in it.</summary>
    /// <exception cref="OptionsValidationException">It cannot be understood, or leads to no database that lets us in.</exception>
    public static PostgresDatabase Open(string setting)
    {
        NpgsqlConnectionStringBuilder address;
        try
        {
            address = new($"{Defaults};{setting}");
        }
        catch (ArgumentException)
        {
            // Its message may quote what was taken for a keyword, and that may be part of the password.
            throw Invalid("ConnectionString is none of PostgreSQL: it has to look like Host=db;Database=weave;Username=weave;Password=…");
        }
        if (string.IsNullOrEmpty(address.Host))
            throw Invalid("ConnectionString has no Host.");
        try
        {
            using var connection = new NpgsqlConnection(address.ConnectionString);
            connection.Open();
        }
        catch (Exception e) when (e is NpgsqlException or TimeoutException or ArgumentException or InvalidOperationException)
        {
            throw Invalid($"PostgreSQL at {address.Host}:{address.Port} cannot be used: {e.Message}");
        }
        return new(address.ConnectionString);
    }

    protected override DbConnection CreateDbConnection() => new NpgsqlConnection(ConnectionString);

    protected override void Dispose(bool disposing)
    {
        // Asynchronous disposal comes here too, with false.
        using var connection = new NpgsqlConnection(ConnectionString);
        NpgsqlConnection.ClearPool(connection);
        base.Dispose(disposing);
    }

    private static OptionsValidationException Invalid(string reason) => new(StorageOptions.Section, typeof(StorageOptions), [$"Setting {StorageOptions.Section}: {reason}"]);
}
