using Xunit;

namespace Weave.Members;

public sealed class SiteTests
{
    [Fact]
    public async Task Any_set_up_secret_offered_makes_one_administrator_and_then_none_is_valid()
    {
        await using var silo = new TestSilo();
        await silo.InitializeAsync();
        var site = silo.Grains.GetGrain<ISiteGrain>(0);
        var anna = await silo.Grains.GetGrain<IAccountGrain>(AccountKey.Email("anna@example.org")).FindOrCreate(new NewMember { Name = "Anna" });
        var first = await site.OfferSetup();
        var second = await site.OfferSetup();

        Assert.True(await site.CheckSetup(first!));
        Assert.True(await site.CheckSetup(second!));
        Assert.Equal(Refusal.NotFound, (await Assert.ThrowsAsync<Refused>(() => site.CompleteSetup("guessed", anna))).Reason);
        Assert.False(await site.IsAdministrator(anna));

        await site.CompleteSetup(first!, anna);

        Assert.True(await site.IsAdministrator(anna));
        Assert.False(await site.CheckSetup(first!));
        Assert.False(await site.CheckSetup(second!));
        Assert.Null(await site.OfferSetup());
        Assert.Equal(Refusal.Used, (await Assert.ThrowsAsync<Refused>(() => site.CompleteSetup(second!, Guid.CreateVersion7()))).Reason);
    }
}
