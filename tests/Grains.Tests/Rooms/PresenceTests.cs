using Xunit;

namespace Weave.Rooms;

/// <summary>These move the clock, so each has a silo to itself.</summary>
public sealed class PresenceTests : IAsyncLifetime
{
    private readonly TestSilo _silo = new();

    public ValueTask InitializeAsync() => _silo.InitializeAsync();

    public ValueTask DisposeAsync() => _silo.DisposeAsync();

    [Fact]
    public async Task The_last_tab_closed_is_away_at_once_and_left_after_a_grace_period()
    {
        var room = await NewRoom.In(_silo);
        var anna = await room.Arrive();
        await room.Grain.Join(anna, "second", host: null);

        await room.Grain.Disconnected(anna, "second");
        Assert.Equal(Presence.Here, await PresenceOf(room, 1));
        await room.Grain.Disconnected(anna, NewRoom.Tab(anna));
        Assert.Equal(Presence.Away, await PresenceOf(room, 1));

        await Until(room, 1, Presence.Left);
        Assert.InRange(_silo.Clock.GetUtcNow() - NewRoom.Plan.StartsAt, TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(2.5));
    }

    [Fact]
    public async Task An_old_connection_that_ends_late_takes_nothing_from_a_newer_one()
    {
        var room = await NewRoom.In(_silo);
        var anna = await room.Arrive();
        await room.Grain.Disconnected(anna, NewRoom.Tab(anna));
        await room.Grain.Join(anna, "new", host: null);

        await room.Grain.Disconnected(anna, NewRoom.Tab(anna));

        Assert.Equal(Presence.Here, await PresenceOf(room, 1));
    }

    [Fact]
    public async Task Who_drops_keeps_the_seat_for_the_grace_period_and_no_longer()
    {
        var room = await NewRoom.In(_silo);
        var members = await room.Arrive(5);
        var seats = (await room.Start()).Tables;

        await room.Grain.Disconnected(members[0], NewRoom.Tab(members[0]));
        Assert.Equal(seats, (await room.Grain.Join(members[0], "back", host: null)).Tables);

        await room.Grain.Disconnected(members[0], "back");
        await Until(room, 1, Presence.Left);
        Assert.DoesNotContain(1, (await room.Look()).Tables.SelectMany(table => table));
        await room.End();
        Assert.Equal(5, (await room.Start()).Tables.Sum(table => table.Count));
    }

    [Fact]
    public async Task A_round_that_starts_seats_those_who_may_be_back_any_moment()
    {
        var room = await NewRoom.In(_silo);
        var anna = await room.Arrive();
        await room.Grain.Disconnected(anna, NewRoom.Tab(anna));

        Assert.Equal([0, 1], Assert.Single((await room.Start()).Tables));
    }

    [Fact]
    public async Task Somebody_without_a_connection_is_here_until_they_leave()
    {
        var room = await NewRoom.In(_silo);

        await room.Grain.Join(room.Organizer, "tab", host: null);
        await room.Grain.Disconnected(room.Organizer, "tab");
        Assert.Equal(Presence.Here, await PresenceOf(room, 0));

        await _silo.Restart();
        Assert.Equal(Presence.Here, await PresenceOf(room, 0));
        await room.Grain.Leave(room.Organizer);
        Assert.Equal(Presence.Left, Assert.Single((await Newcomer(room)).Participants, p => p.Number == 0).Presence);
    }

    [Fact]
    public async Task A_host_that_is_lost_loses_its_connections()
    {
        var room = await NewRoom.In(_silo);
        var (lost, kept) = (await Browsers.Watch(_silo, room.Grain), await Browsers.Watch(_silo, room.Grain));
        Guid anna = await room.Member("Anna"), boris = await room.Member("Boris");
        await room.Grain.Join(anna, "a", lost.Name);
        await room.Grain.Join(boris, "b", kept.Name);

        await _silo.Until(async () =>
        {
            await kept.Renew(_silo, room.Grain);
            return await PresenceOf(room, 1) == Presence.Away;
        });

        Assert.Equal(Presence.Here, await PresenceOf(room, 2));
        Assert.InRange(_silo.Clock.GetUtcNow() - NewRoom.Plan.StartsAt, TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(2.5));
        await Until(room, 1, Presence.Left);
    }

    [Fact]
    public async Task A_killed_server_throws_nobody_out()
    {
        var room = await NewRoom.In(_silo);
        var anna = await room.Arrive();

        await _silo.Restart();
        Assert.Equal(Presence.Away, await PresenceOf(room, 1));
        var snapshot = await room.Grain.Join(anna, "new", host: null);
        Assert.Equal((1, Presence.Here), (snapshot.Me, snapshot.Participants[1].Presence));

        var boris = await room.Arrive("Boris");
        await _silo.Restart();
        await room.Grain.Join(anna, "newer", host: null);
        await Until(room, 2, Presence.Left);
        Assert.Equal(Presence.Here, await PresenceOf(room, 1));
        await Expect.Refused(Refusal.NotInTheRoom, () => room.Grain.Snapshot(boris));
    }

    [Fact]
    public async Task The_list_of_rooms_follows_the_number_of_people()
    {
        var room = await NewRoom.In(_silo);
        await room.Arrive(3);

        await _silo.Until(async () => Assert.Single(await room.Community.Rooms(room.Organizer)).Participants == 4);
    }

    private static async Task<RoomSnapshot> Newcomer(NewRoom room) => await room.Grain.Snapshot(await room.Arrive("Zoe"));

    private static async Task<Presence> PresenceOf(NewRoom room, int number) => (await room.Look()).Participants[number].Presence;

    private Task Until(NewRoom room, int number, Presence presence) => _silo.Until(async () => await PresenceOf(room, number) == presence);
}
