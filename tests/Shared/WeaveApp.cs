using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Weave.Shell;
using Xunit;

namespace Weave;

/// <summary>
/// The web host within the test process: a real server on a free port, a real silo on a SQLite file of its own, and a clock that moves only when a
/// test says so. Tests that do not move the clock share one (<c>IClassFixture</c>, or the assembly's).
/// </summary>
public class WeaveApp : WebApplicationFactory<App>, IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("weave-").FullName;

    /// <summary>Starts far in the future, so that no cookie it dates has expired for a client that goes by the real clock.</summary>
    public TestClock Clock { get; } = new(new DateTimeOffset(2040, 3, 5, 9, 0, 0, TimeSpan.Zero));

    public IGrainFactory Grains => Services.GetRequiredService<IGrainFactory>();

    public Uri Url => ClientOptions.BaseAddress;

    /// <summary>The clock the host goes by.</summary>
    protected virtual TimeProvider Time => Clock;

    /// <summary>Settings on top of the tests' own, by their configuration keys (<c>Telegram:Token</c>).</summary>
    protected virtual IEnumerable<KeyValuePair<string, string>> Settings => [];

    public virtual ValueTask InitializeAsync()
    {
        UseKestrel(0);
        StartServer();
        return ValueTask.CompletedTask;
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.UseSetting("Storage:Folder", _folder);
        builder.UseSetting("Kestrel:Endpoints:Http:Url", "http://127.0.0.1:0");
        // All tests come from one network address.
        builder.UseSetting("RateLimits:SignInsPerIp", "100000");
        foreach (var (key, value) in Settings)
            builder.UseSetting(key, value);
        builder.ConfigureLogging(logging => logging.ClearProviders());
        builder.ConfigureTestServices(services => services.Replace(ServiceDescriptor.Singleton(Time)));
    }
}
