using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Weave.Members;
using Xunit;

namespace Weave.Sql;

public sealed class OrderlyStopTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("weave-stop-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task After_a_stop_everything_is_in_the_one_file_and_the_next_start_finds_it()
    {
        var id = Guid.CreateVersion7();
        await Run(async grains => await grains.GetGrain<IMemberGrain>(id).Create(new() { Name = "Anna" }));

        Assert.Equal(["weave.db"], _folder.EnumerateFiles().Select(file => file.Name));
        await Run(async grains => Assert.Equal("Anna", (await grains.GetGrain<IMemberGrain>(id).Get()).Profile.Name));
    }

    private async Task Run(Func<IGrainFactory, Task> use)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal) { ["Storage:Folder"] = _folder.FullName });
        builder.Logging.ClearProviders();
        builder.AddWeaveSilo();
        using var host = builder.Build();
        await host.StartAsync(TestContext.Current.CancellationToken);
        await use(host.Services.GetRequiredService<IGrainFactory>());
        await host.StopAsync(TestContext.Current.CancellationToken);
    }
}
