using Xunit;

namespace Weave.Communities;

public sealed class ApprovalTests(TestSilo silo)
{
    private readonly Guid _organizer = Guid.CreateVersion7();
    private readonly Guid _member = Guid.CreateVersion7();
    private readonly ICommunityGrain _community = silo.Grains.GetGrain<ICommunityGrain>(NewCommunity.Slug());

    [Fact]
    public async Task Who_asks_waits_and_is_not_counted_until_let_in()
    {
        await Ask();
        Assert.Equal(MembershipStatus.Waiting, await _community.Join(_member));
        Assert.Equal((1, 1), await Counts());

        await _community.Decide(_member, accept: true, _organizer);

        Assert.Equal(MembershipStatus.Member, await _community.Status(_member));
        Assert.Equal((2, 0), await Counts());
    }

    [Fact]
    public async Task Only_organizers_see_how_many_wait()
    {
        await Ask();
        Assert.Equal(0, (await _community.Get(_member)).Waiting);
        Assert.Equal(0, (await _community.Get(null)).Waiting);
    }

    [Fact]
    public async Task Who_is_turned_down_may_ask_again()
    {
        await Ask();
        await _community.Decide(_member, accept: false, _organizer);
        Assert.Equal(MembershipStatus.None, await _community.Status(_member));

        Assert.Equal(MembershipStatus.Waiting, await _community.Join(_member));
    }

    [Fact]
    public async Task A_decision_pressed_twice_is_harmless_and_the_opposite_one_too_late()
    {
        await Ask();
        await _community.Decide(_member, accept: true, _organizer);
        await _community.Decide(_member, accept: true, _organizer);

        await Expect.Refused(Refusal.AlreadyDone, () => _community.Decide(_member, accept: false, _organizer));
        Assert.Equal(MembershipStatus.Member, await _community.Status(_member));
    }

    [Fact]
    public async Task Who_withdrew_cannot_be_let_in()
    {
        await Ask();
        await _community.Leave(_member);

        await Expect.Refused(Refusal.AlreadyDone, () => _community.Decide(_member, accept: true, _organizer));
        Assert.Equal((1, 0), await Counts());
    }

    [Fact]
    public async Task Who_waits_comes_in_by_asking_again_once_the_community_is_open()
    {
        await Ask();
        await _community.Change(NewCommunity.Named("Open"), _organizer);

        Assert.Equal(MembershipStatus.Member, await _community.Join(_member));
        Assert.Equal((2, 0), await Counts());
    }

    private async Task Ask()
    {
        await _community.Found(NewCommunity.Named("By approval") with { Admission = Admission.ByApproval }, _organizer);
        await _community.Join(_member);
    }

    private async Task<(int Members, int Waiting)> Counts()
    {
        var community = await _community.Get(_organizer);
        return (community.Members, community.Waiting);
    }
}
