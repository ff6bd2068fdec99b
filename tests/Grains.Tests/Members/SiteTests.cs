using Xunit;

namespace Weave.Members;

public sealed class SiteTests
{
    [Fact]
    public async Task The_latest_set_up_secret_makes_one_administrator_and_then_none_is_offered()
    {
        await using var silo = new TestSilo();
        await silo.InitializeAsync();
        var site = silo.Grains.GetGrain<ISiteGrain>(0);
        var anna = await silo.Grains.GetGrain<IAccountGrain>(AccountKey.Email("anna@example.org")).FindOrCreate(new NewMember { Name = "Anna" });
        var old = await site.OfferSetup();
        var secret = await site.OfferSetup();

        Assert.False(await site.CheckSetup(old!));
        Assert.True(await site.CheckSetup(secret!));
        Assert.Equal(Refusal.NotFound, (await Assert.ThrowsAsync<Refused>(() => site.CompleteSetup(old!, anna))).Reason);
        Assert.False(await site.IsAdministrator(anna));

        await site.CompleteSetup(secret!, anna);

        Assert.True(await site.IsAdministrator(anna));
        Assert.False(await site.CheckSetup(secret!));
        Assert.Null(await site.OfferSetup());
        Assert.Equal(Refusal.Used, (await Assert.ThrowsAsync<Refused>(() => site.CompleteSetup(secret!, Guid.CreateVersion7()))).Reason);
    }
}
