using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Weave.Agenda;
using Xunit;

[assembly: AssemblyFixture(typeof(Weave.TestSilo))]

namespace Weave;

/// <summary>
/// A real silo on a SQLite file of its own, with a clock that moves only when a test says so. One is shared by the whole assembly, for tests that do
/// not move the clock; those that do, or that restart it, take one for themselves (<c>IClassFixture</c>, or a local).
/// </summary>
public sealed class TestSilo : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("weave-").FullName;
    private IHost? _host;

    public TestClock Clock { get; } = new(new DateTimeOffset(2027, 3, 1, 9, 0, 0, TimeSpan.Zero));

    /// <summary>Settings of this silo, by their configuration keys.</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; init; } = new Dictionary<string, string?>(StringComparer.Ordinal);

    /// <summary>Something in the way of calls to grains, such as a fault.</summary>
    public IIncomingGrainCallFilter? Filter { get; init; }

    public IGrainFactory Grains => Services.GetRequiredService<IGrainFactory>();

    public IServiceProvider Services => _host?.Services ?? throw new InvalidOperationException("The silo is not running.");

    public async ValueTask InitializeAsync()
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal) { [$"{StorageOptions.Section}:Folder"] = _folder });
        builder.Configuration.AddInMemoryCollection(Settings);
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(Clock);
        if (Filter is not null)
            builder.Services.AddSingleton(Filter);
        builder.AddWeaveSilo();
        _host = builder.Build();
        await _host.StartAsync();
    }

    /// <summary>Stops the silo and starts another one on the same file, as after a deployment.</summary>
    public async Task Restart()
    {
        await Stop();
        await InitializeAsync();
    }

    /// <summary>Lets time pass, a second at a time, until <paramref name="so"/> holds; fails after an hour of it.</summary>
    public async Task Until(Func<ValueTask<bool>> so)
    {
        for (var second = 0; !await so(); second++)
        {
            Assert.True(second < 3600, "It did not happen within an hour.");
            Clock.Advance(TimeSpan.FromSeconds(1));
            await Settle();
        }
    }

    /// <summary>What the clock set off gets its turn: it comes by way of the thread pool, calls grains, and writes.</summary>
    private async Task Settle()
    {
        for (var hop = 0; hop < 3; hop++)
        {
            // Behind all that waits for a thread.
            await Task.Factory.StartNew(() => { }, CancellationToken.None, TaskCreationOptions.PreferFairness, TaskScheduler.Default);
            await Grains.GetGrain<IAgendaGrain>(0).Remove(default, "");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task Stop()
    {
        if (_host is null)
            return;
        await _host.StopAsync();
        _host.Dispose();
        _host = null;
    }
}
