using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Weave;

/// <summary>
/// Weave as it is shipped: a process of its own on a free port and a folder of its own, or the headless silo. It can be killed and started again on the same
/// folder and port, as after a crash. Runs in Development, where the sign-in page shows the link it would send.
/// </summary>
public sealed class WeaveProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private const string Address = "Kestrel__Endpoints__Http__Url";
    private readonly Dictionary<string, string> _settings;
    private readonly string[] _command;
    private readonly string _ready;
    private ProcessOutput _output = new();
    private Process? _process;

    private WeaveProcess(string[] command, string ready, IReadOnlyDictionary<string, string>? settings)
    {
        (_command, _ready) = (command, ready);
        _settings = new(StringComparer.Ordinal)
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            [Address] = "http://127.0.0.1:0",
            ["Storage__Folder"] = Folder,
        };
        foreach (var (name, value) in settings ?? new Dictionary<string, string>(StringComparer.Ordinal))
            _settings[name] = value;
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("weave-").FullName;

    /// <summary>Where it listens; the same after a restart.</summary>
    public Uri Url => new(_settings[Address]);

    public int Id => Running.Id;

    private Process Running => _process ?? throw new InvalidOperationException("Weave is not running.");

    /// <summary>Starts Weave and returns when it says that it is ready.</summary>
    /// <param name="settings">As environment variables (<c>Telegram__Token</c>); they win over those of the tests.</param>
    /// <param name="arguments">The command line, for example <c>--demo</c>.</param>
    public static Task<WeaveProcess> Start(IReadOnlyDictionary<string, string>? settings = null, params string[] arguments) =>
        Started(new([Repository.WebAssembly, .. arguments], "Weave is ready: ", settings));

    /// <summary>Starts a silo without the web.</summary>
    public static Task<WeaveProcess> StartSilo(IReadOnlyDictionary<string, string> settings) =>
        Started(new([Repository.SiloAssembly], "Weave's silo is ready.", settings));

    /// <summary>Waits for a line of output with <paramref name="part"/> in it, said since the last start, and returns the line.</summary>
    public Task<string> Said(string part) => _output.Line(part).WaitAsync(Patience);

    /// <summary>All it has said since the last start.</summary>
    public string Output() => _output.ToString();

    /// <summary>SIGKILL: no farewell, no flush.</summary>
    public async Task Kill()
    {
        Running.Kill();
        await Exit();
    }

    /// <summary>SIGTERM, as systemd and Docker send it. Returns the exit code.</summary>
    public async Task<int> Stop()
    {
        if (SendSignal(Running.Id, sigterm: 15) != 0)
            throw new InvalidOperationException($"No signal could be sent: error {Marshal.GetLastPInvokeError()}.");
        return await Exit();
    }

    /// <summary>Starts it again on the same folder and port, after <see cref="Kill"/> or <see cref="Stop"/>.</summary>
    public async Task Start()
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = Repository.Web,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var argument in _command)
            start.ArgumentList.Add(argument);
        foreach (var (name, value) in _settings)
            start.Environment[name] = value;

        _output = new();
        _process = new() { StartInfo = start, EnableRaisingEvents = true };
        _output.Follow(_process);
        var line = await Said(_ready);
        if (line[(line.IndexOf(_ready, StringComparison.Ordinal) + _ready.Length)..].Split(',')[0].Trim() is { Length: > 0 } address)
            _settings[Address] = address;
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
            await Kill();
        Directory.Delete(Folder, recursive: true);
    }

    private static async Task<WeaveProcess> Started(WeaveProcess weave)
    {
        try
        {
            await weave.Start();
            return weave;
        }
        catch
        {
            await weave.DisposeAsync();
            throw;
        }
    }

    private async Task<int> Exit()
    {
        await Running.WaitForExitAsync().WaitAsync(Patience);
        var code = Running.ExitCode;
        Running.Dispose();
        _process = null;
        return code;
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SendSignal(int pid, int sigterm);
}
