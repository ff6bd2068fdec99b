using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Weave;

/// <summary>Hosts and silos as processes of their own, on one PostgreSQL database of the test's own.</summary>
internal sealed class WeaveCluster(string connectionString, IReadOnlyDictionary<string, string>? settings = null) : IAsyncDisposable
{
    private readonly List<WeaveProcess> _processes = [];

    public string ConnectionString { get; } = connectionString;

    /// <summary>A cluster with nobody in it.</summary>
    /// <param name="settings">Of all its processes, as environment variables.</param>
    public static async Task<WeaveCluster> Make(IReadOnlyDictionary<string, string>? settings = null) => new(await PostgresServer.NewDatabase(), settings);

    /// <summary>Starts a web host.</summary>
    public Task<WeaveProcess> Host() => Keep(WeaveProcess.Start(Settings()));

    /// <summary>Starts a silo without the web.</summary>
    public Task<WeaveProcess> Silo() => Keep(WeaveProcess.StartSilo(Settings()));

    /// <summary>Runs a statement on the database and returns its first value.</summary>
    public async Task<object?> Execute(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _processes)
            await process.DisposeAsync();
    }

    private async Task<WeaveProcess> Keep(Task<WeaveProcess> starting)
    {
        var process = await starting;
        lock (_processes)
            _processes.Add(process);
        return process;
    }

    private Dictionary<string, string> Settings() => new(settings ?? new Dictionary<string, string>(StringComparer.Ordinal), StringComparer.Ordinal)
    {
        ["Storage__ConnectionString"] = ConnectionString,
        // The same after a restart, as on a machine with a port for it.
        ["Clustering__SiloPort"] = $"{FreePort()}",
        ["RateLimits__SignInsPerIp"] = "1000",
    };

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
