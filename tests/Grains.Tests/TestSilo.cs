using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Weave.Agenda;
using Xunit;

[assembly: AssemblyFixture(typeof(Weave.TestSilo))]

namespace Weave;

/// <summary>
/// A real silo on a storage of its own, with a clock that moves only when a test says so. One is shared by the whole assembly, for tests that do
/// not move the clock; those that do, or that restart it, take one for themselves (<c>IClassFixture</c>, or a local).
/// </summary>
public sealed class TestSilo : IAsyncLifetime
{
    private TestStorage? _storage;
    private readonly List<IHost> _hosts = [];

    public TestClock Clock { get; } = new(new DateTimeOffset(2027, 3, 1, 9, 0, 0, TimeSpan.Zero));

    /// <summary>Settings of this silo, by their configuration keys.</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; init; } = new Dictionary<string, string?>(StringComparer.Ordinal);

    /// <summary>Something in the way of calls to grains, such as a fault.</summary>
    public IIncomingGrainCallFilter? Filter { get; init; }

    public IGrainFactory Grains => Services.GetRequiredService<IGrainFactory>();

    public IServiceProvider Services => _hosts is [var first, ..] ? first.Services : throw new InvalidOperationException("The silo is not running.");

    public async ValueTask InitializeAsync()
    {
        _storage ??= await TestStorage.Make();
        for (var i = 0; i < TestStorage.Silos; i++)
            _hosts.Add(await Start(_storage));
    }

    /// <summary>Stops the silo and starts another one on the same storage, as after a deployment.</summary>
    /// <param name="outage">How long there is none.</param>
    public async Task Restart(TimeSpan outage = default)
    {
        await Stop();
        Clock.Advance(outage);
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
        if (_storage is not null)
            await _storage.DisposeAsync();
    }

    private async Task Stop()
    {
        foreach (var host in _hosts)
        {
            await host.StopAsync();
            host.Dispose();
        }
        _hosts.Clear();
    }

    private async Task<IHost> Start(TestStorage storage)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Configuration.AddInMemoryCollection(storage.Settings);
        builder.Configuration.AddInMemoryCollection(Settings);
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(Clock);
        // A silo that goes by a clock which leaps takes itself for dead.
        builder.Services.AddKeyedSingleton(TimeProviderNames.Membership, TimeProvider.System);
        if (Filter is not null)
            builder.Services.AddSingleton(Filter);
        builder.AddWeaveSilo();
        var host = builder.Build();
        await host.StartAsync();
        return host;
    }
}
