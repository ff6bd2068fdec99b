using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Xunit;

namespace Weave.Members;

/// <summary>The way in for a first administrator.</summary>
internal static class SetupOffer
{
    /// <summary>A secret that is valid: the server offers one of its own when it has started, and only the last one counts.</summary>
    public static async Task<string> OfferSetup(this WeaveApp weave)
    {
        var announced = weave.Services.GetServices<IHostedService>().OfType<SetupAnnouncer>().Single().ExecuteTask;
        Assert.NotNull(announced);
        await announced.WaitAsync(TimeSpan.FromSeconds(60));
        var secret = await weave.Grains.GetGrain<ISiteGrain>(0).OfferSetup();
        Assert.NotNull(secret);
        return secret;
    }
}
