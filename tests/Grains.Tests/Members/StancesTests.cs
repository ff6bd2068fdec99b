using Xunit;

namespace Weave.Members;

public sealed class StancesTests(TestSilo silo)
{
    private IStancesGrain Stances => silo.Grains.GetGrain<IStancesGrain>(0);

    [Fact]
    public async Task The_last_word_of_each_counts_and_can_be_taken_back()
    {
        Guid[] people = [.. new[] { Guid.CreateVersion7(), Guid.CreateVersion7() }.Order()];
        var (a, b, c) = (people[0], people[1], Guid.CreateVersion7());
        await Stances.Put(a, b, Stance.Again);
        await Stances.Put(a, b, Stance.RatherNot);
        await Stances.Put(b, a, Stance.Again);
        await Stances.Put(a, c, Stance.Blocked);

        var among = await Stances.Among([a, b]);
        Assert.Equal([(a, b, Stance.RatherNot), (b, a, Stance.Again)], among.Select(s => (s.Member, s.Other, s.Stance)).Order());
        Assert.Equal([true, false], among.OrderBy(s => s.Member).Select(s => s.KeepsApart));

        await Stances.Put(a, b, Stance.None);
        Assert.Equal([c], (await Stances.Of(a, 10)).Select(s => s.Other));
    }

    [Fact]
    public async Task A_block_holds_whoever_of_the_two_asks()
    {
        var (a, b) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        Assert.False(await Stances.Blocked(a, b));
        await Stances.Put(b, a, Stance.Blocked);
        Assert.True(await Stances.Blocked(a, b));
        Assert.True(await Stances.Blocked(b, a));
    }

    [Fact]
    public async Task Nobody_has_a_stance_towards_themselves()
    {
        var a = Guid.CreateVersion7();
        Assert.Equal(Refusal.Invalid, (await Assert.ThrowsAsync<Refused>(() => Stances.Put(a, a, Stance.Blocked))).Reason);
    }
}
