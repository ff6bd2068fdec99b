using Xunit;

namespace Weave.Members;

/// <summary>The way in for a first administrator.</summary>
internal static class SetupOffer
{
    /// <summary>A secret that is valid, beside the one the server prints.</summary>
    public static async Task<string> OfferSetup(this WeaveApp weave)
    {
        var secret = await weave.Grains.GetGrain<ISiteGrain>(0).OfferSetup();
        Assert.NotNull(secret);
        return secret;
    }
}
