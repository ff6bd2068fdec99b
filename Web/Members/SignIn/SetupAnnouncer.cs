using Weave.Shell;

namespace Weave.Members;

/// <summary>Prints the set-up link when the server has started and nobody administers it yet.</summary>
internal sealed class SetupAnnouncer(IGrainFactory grains, SiteAddress site, IHostApplicationLifetime lifetime) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await lifetime.Started(stoppingToken);
        if (await grains.GetGrain<ISiteGrain>(0).OfferSetup() is { } secret)
            Console.WriteLine($"Nobody administers this Weave yet. Open this link once to become its administrator: {site.Link($"/setup?key={secret}")}");
    }
}
