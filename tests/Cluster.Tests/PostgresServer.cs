using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestPipelineStartup(typeof(Weave.PostgresServer))]

namespace Weave;

/// <summary>A PostgreSQL server of the tests' own: on a free port, in a temporary folder, there before the first test and gone after the last. Nothing it stores has to survive a power cut.</summary>
public sealed class PostgresServer : ITestPipelineStartup, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static PostgresServer? _running;

    private readonly string _folder = Directory.CreateTempSubdirectory("weave-postgres-").FullName;
    private readonly int _port = FreePort();
    private readonly ProcessOutput _output = new();
    private Process? _process;
    private int _databases;

    /// <summary>What stands for a password; nothing may ever say it.</summary>
    public const string Password = "not-for-logs";

    /// <summary>A new database with nothing in it, as a connection string.</summary>
    public static async Task<string> NewDatabase()
    {
        var server = _running ?? throw new InvalidOperationException("The server is not running.");
        var name = $"weave{Interlocked.Increment(ref server._databases)}";
        await using var connection = new NpgsqlConnection(server.Address("postgres"));
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"CREATE DATABASE {name}";
        await command.ExecuteNonQueryAsync();
        return server.Address(name);
    }

    public async ValueTask StartAsync(IMessageSink diagnosticMessageSink)
    {
        // The server refuses to run as root, and keeps to its own folder.
        if (Environment.IsPrivilegedProcess)
            await Finish(Command("chown", "postgres", _folder));
        var data = Path.Combine(_folder, "data");
        await Finish(Program("initdb", "--pgdata", data, "--username", "weave", "--auth", "trust", "--encoding", "UTF8", "--locale", "C.UTF-8", "--no-sync"));
        var start = Program("postgres", "-D", data, "-p", $"{_port}", "-k", "", "-c", "listen_addresses=127.0.0.1", "-c", "max_connections=500",
            "-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off");
        _process = new() { StartInfo = start };
        _output.Follow(_process);
        await _output.Line("ready to accept connections").WaitAsync(Patience);
        _running = this;
    }

    public async ValueTask StopAsync()
    {
        if (_process is { HasExited: false })
        {
            // SIGQUIT: at once, whoever is still connected.
            await Finish(Command("kill", "-QUIT", $"{_process.Id}"));
            await _process.WaitForExitAsync().WaitAsync(Patience);
        }
        Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    public void Dispose() => _process?.Dispose();

    private string Address(string database) => $"Host=127.0.0.1;Port={_port};Database={database};Username=weave;Password={Password}";

    private ProcessStartInfo Program(string name, params string[] arguments)
    {
        var program = Directory.GetDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin", name)).Last(File.Exists);
        return Environment.IsPrivilegedProcess
            ? Command("setpriv", ["--reuid", "postgres", "--regid", "postgres", "--clear-groups", program, .. arguments])
            : Command(program, arguments);
    }

    private ProcessStartInfo Command(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program) { WorkingDirectory = _folder, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        return start;
    }

    private static async Task Finish(ProcessStartInfo command)
    {
        using var process = new Process { StartInfo = command };
        var output = new ProcessOutput();
        output.Follow(process);
        await process.WaitForExitAsync().WaitAsync(Patience);
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{command.FileName} failed: {output}");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
