using Xunit;

namespace Weave.Communities;

public sealed class CommunityTests(TestSilo silo)
{
    private readonly Guid _founder = Guid.CreateVersion7();
    private readonly string _slug = NewCommunity.Slug();

    private ICommunityGrain Community => silo.Grains.GetGrain<ICommunityGrain>(_slug);

    [Fact]
    public async Task The_founder_is_an_organizer()
    {
        await Found();

        var community = await Community.Get(_founder);

        Assert.Equal(MembershipStatus.Organizer, community.Status);
        Assert.Equal(1, community.Members);
        Assert.Equal("Founders", community.Settings.Name);
    }

    [Fact]
    public async Task Founding_twice_is_harmless_for_the_founder_and_refused_to_others()
    {
        await Found();
        await Community.Found(NewCommunity.Named("Other"), _founder);

        await Expect.Refused(Refusal.Taken, () => Community.Found(NewCommunity.Named("Other"), Guid.CreateVersion7()), "Slug");
        Assert.Equal("Founders", (await Community.Get(null)).Settings.Name);
        Assert.Equal(1, (await Community.Get(null)).Members);
    }

    [Fact]
    public async Task A_founder_who_left_is_not_brought_back_by_a_new_activation()
    {
        await Found();
        var other = await Joined();
        await Community.Appoint(other, appoint: true, _founder);
        await Community.Leave(_founder);

        await Community.Change(NewCommunity.Named("Renamed"), other);

        Assert.Equal(MembershipStatus.None, await Community.Status(_founder));
        Assert.Equal(1, (await Community.Get(null)).Members);
    }

    [Fact]
    public async Task An_unknown_community_refuses_everything()
    {
        await Expect.Refused(Refusal.NotFound, () => Community.Get(null));
        await Expect.Refused(Refusal.NotFound, () => Community.Join(_founder));
        await Expect.Refused(Refusal.NotFound, () => Community.Leave(_founder));
        await Expect.Refused(Refusal.NotFound, () => Community.Change(NewCommunity.Named("x"), _founder));
    }

    [Theory]
    [InlineData("Ab"), InlineData("-abc"), InlineData("has space"), InlineData("a")]
    public async Task A_slug_that_is_none_is_refused(string slug) =>
        await Expect.Refused(Refusal.Invalid, () => silo.Grains.GetGrain<ICommunityGrain>(slug).Found(NewCommunity.Named("x"), _founder), "Slug");

    [Theory]
    [InlineData("", "", "en", "Etc/UTC", Refusal.Required, "Name")]
    [InlineData("x", "", "en", "Nowhere/Here", Refusal.Invalid, "TimeZone")]
    [InlineData("x", "", "english", "Etc/UTC", Refusal.Invalid, "Language")]
    public async Task Settings_are_refused_at_their_field(string name, string purpose, string language, string zone, Refusal reason, string field)
    {
        var settings = new CommunitySettings { Name = name, Purpose = purpose, Language = language, TimeZone = zone };

        await Expect.Refused(reason, () => Community.Found(settings, _founder), field);
        await Expect.Refused(Refusal.NotFound, () => Community.Get(null));
    }

    [Fact]
    public async Task Over_long_texts_are_refused_and_change_nothing()
    {
        await Found();
        var longName = NewCommunity.Named(new string('x', CommunitySettings.MaxName + 1));
        var longPurpose = NewCommunity.Named("x") with { Purpose = new string('x', CommunitySettings.MaxPurpose + 1) };

        await Expect.Refused(Refusal.TooLong, () => Community.Change(longName, _founder), "Name");
        await Expect.Refused(Refusal.TooLong, () => Community.Change(longPurpose, _founder), "Purpose");
        Assert.Equal("Founders", (await Community.Get(null)).Settings.Name);
    }

    [Fact]
    public async Task Joining_and_leaving_keep_the_count_right_however_often_they_are_repeated()
    {
        await Found();
        var member = await Joined();
        await Community.Join(member);
        Assert.Equal(2, (await Community.Get(member)).Members);

        await Community.Leave(member);
        await Community.Leave(member);

        Assert.Equal(1, (await Community.Get(member)).Members);
        Assert.Equal(MembershipStatus.None, await Community.Status(member));
    }

    [Fact]
    public async Task The_last_organizer_cannot_leave_or_step_down()
    {
        await Found();
        await Joined();

        await Expect.Refused(Refusal.LastOrganizer, () => Community.Leave(_founder));
        await Expect.Refused(Refusal.LastOrganizer, () => Community.Appoint(_founder, appoint: false, _founder));
        Assert.Equal(MembershipStatus.Organizer, await Community.Status(_founder));
        Assert.Equal(2, (await Community.Get(null)).Members);
    }

    [Fact]
    public async Task Of_two_organizers_leaving_at_once_one_stays()
    {
        await Found();
        var other = await Joined();
        await Community.Appoint(other, appoint: true, _founder);

        var attempts = new[] { Community.Leave(_founder), Community.Leave(other) };

        await Assert.ThrowsAsync<Refused>(() => Task.WhenAll(attempts));
        Assert.Equal(1, (await Community.Get(null)).Members);
    }

    [Fact]
    public async Task Only_organizers_change_appoint_decide_and_see_the_roster()
    {
        await Found();
        var member = await Joined();

        await Expect.Refused(Refusal.NotAnOrganizer, () => Community.Change(NewCommunity.Named("x"), member));
        await Expect.Refused(Refusal.NotAnOrganizer, () => Community.Appoint(member, appoint: true, member));
        await Expect.Refused(Refusal.NotAnOrganizer, () => Community.Decide(member, accept: true, member));
        await Expect.Refused(Refusal.NotAnOrganizer, () => Community.Roster(member, 0, 10));
    }

    [Fact]
    public async Task A_stranger_cannot_be_appointed()
    {
        await Found();
        await Expect.Refused(Refusal.NotAMember, () => Community.Appoint(Guid.CreateVersion7(), appoint: true, _founder));
    }

    [Fact]
    public async Task The_roster_shows_who_waits_then_organizers_then_members()
    {
        await Found();
        var member = await Joined();
        var organizer = await Joined();
        await Community.Appoint(organizer, appoint: true, _founder);
        await Community.Change(NewCommunity.Named("Founders") with { Admission = Admission.ByApproval }, _founder);
        var waiting = await Joined();

        var roster = await Community.Roster(_founder, 0, 10);

        Assert.Equal(4, roster.Total);
        Assert.Equal(waiting, roster.Items[0].Member);
        Assert.Equal(new HashSet<Guid> { _founder, organizer }, roster.Items.Skip(1).Take(2).Select(entry => entry.Member).ToHashSet());
        Assert.Equal(member, roster.Items[3].Member);
        Assert.Equal(member, Assert.Single((await Community.Roster(_founder, 3, 10)).Items).Member);
    }

    private Task Found() => Community.Found(NewCommunity.Named("Founders"), _founder);

    private async Task<Guid> Joined()
    {
        var member = Guid.CreateVersion7();
        await Community.Join(member);
        return member;
    }
}
