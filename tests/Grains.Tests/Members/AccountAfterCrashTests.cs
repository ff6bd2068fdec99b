using Microsoft.Extensions.DependencyInjection;
using Orleans.Storage;
using Xunit;

namespace Weave.Members;

/// <summary>The state a crash leaves behind is written by hand, in the way the storage has it.</summary>
public sealed class AccountAfterCrashTests(TestSilo silo)
{
    [Fact]
    public async Task A_member_whose_making_was_interrupted_is_made_when_next_asked_for()
    {
        var account = silo.Grains.GetGrain<IAccountGrain>(AccountKey.Email($"{Guid.NewGuid():N}@example.org"));
        var id = Guid.CreateVersion7();
        await Leave(account, new AccountGrain.State { Member = id, Making = new NewMember { Name = "Anna" } });

        Assert.Equal(id, await account.Find());
        Assert.Equal("Anna", (await silo.Grains.GetGrain<IMemberGrain>(id).Get()).Profile.Name);
    }

    [Fact]
    public async Task A_link_that_was_interrupted_is_finished_when_next_asked_for()
    {
        var anna = await silo.Grains.GetGrain<IAccountGrain>(AccountKey.Email($"{Guid.NewGuid():N}@example.org")).FindOrCreate(new NewMember { Name = "Anna" });
        var address = $"{Guid.NewGuid():N}@example.org";
        var account = silo.Grains.GetGrain<IAccountGrain>(AccountKey.Email(address));
        // The other member was given up already, and then the lights went out.
        await Leave(account, new AccountGrain.State { Member = Guid.CreateVersion7(), Linking = new AccountGrain.Linking(anna, null) });

        Assert.Equal(anna, await account.Find());
        Assert.Contains(address, (await silo.Grains.GetGrain<IMemberGrain>(anna).Get()).Emails, StringComparer.Ordinal);
    }

    private Task Leave(IAccountGrain account, AccountGrain.State state) =>
        silo.Services.GetRequiredService<IGrainStorage>().WriteStateAsync("state", account.GetGrainId(), new GrainState<AccountGrain.State>(state));
}
