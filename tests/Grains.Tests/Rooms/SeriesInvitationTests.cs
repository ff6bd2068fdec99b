using Weave.Notifications;
using Xunit;

namespace Weave.Rooms;

/// <summary>Who is asked about the next room of a series, and how that ends. Each test moves a clock of its own.</summary>
public sealed class SeriesInvitationTests : IAsyncLifetime
{
    private readonly TestSilo _silo = new();

    public ValueTask InitializeAsync() => _silo.InitializeAsync();

    public ValueTask DisposeAsync() => _silo.DisposeAsync();

    [Fact]
    public async Task Whoever_has_paused_or_left_the_community_is_not_asked()
    {
        var series = await NewSeries.In(_silo);
        var (anna, paul, lena) = (await series.Owner.Member("Anna"), await series.Owner.Member("Paul"), await series.Owner.Member("Lena"));
        foreach (var member in new[] { anna, paul, lena })
            await series.First.Register(member);
        await series.Owner.Pause(paul);
        await series.Owner.Community.Leave(lena);

        await series.Next();

        Assert.Equal([anna], (await series.Told<RoomAnnounced>()).Select(message => message.Member!.Value));
    }

    [Fact]
    public async Task Whoever_leaves_the_community_gives_up_their_places_in_its_rooms_to_come_and_is_asked_no_more()
    {
        var series = await NewSeries.In(_silo, NewRoom.Plan with { Capacity = 2 });
        var elsewhere = await NewSeries.In(_silo);
        var (anna, lena, wanda) = (await series.Owner.Member("Anna"), await series.Owner.Member("Lena"), await series.Owner.Member("Wanda"));
        foreach (var member in new[] { anna, lena, wanda })
            await series.First.Register(member);
        await elsewhere.Owner.Community.Join(lena);
        await elsewhere.First.Register(lena);
        Assert.Equal(RoomPlace.Waiting, (await series.First.Coming(wanda)).Mine);

        await series.Owner.Community.Leave(lena);

        await _silo.Until(async () => (await series.First.Page(lena)).Mine == RoomPlace.None && !(await series.Grain.Get(lena)).Subscribed);
        Assert.Equal(wanda, Assert.Single(await series.Told<RoomPlaceFree>()).Member);
        Assert.Equal([anna, wanda], (await series.First.Coming(anna)).People.Select(card => card.Id));
        Assert.Equal((RoomPlace.Coming, true), ((await elsewhere.First.Page(lena)).Mine, (await elsewhere.Grain.Get(lena)).Subscribed));
    }

    [Fact]
    public async Task Anybody_can_stop_being_asked_and_only_members_can_begin()
    {
        var series = await NewSeries.In(_silo);
        var stranger = await series.Owner.Person("Stranger");

        await series.Grain.Subscribe(stranger, wants: false);
        await Expect.Refused(Refusal.NotAMember, () => series.Grain.Subscribe(stranger, wants: true));
    }
}
