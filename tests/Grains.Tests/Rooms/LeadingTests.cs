using Xunit;

namespace Weave.Rooms;

/// <summary>Who leads a room besides its community's organizers. These move the clock, so each has a silo to itself.</summary>
public sealed class LeadingTests : IAsyncLifetime
{
    private readonly TestSilo _silo = new();

    public ValueTask InitializeAsync() => _silo.InitializeAsync();

    public ValueTask DisposeAsync() => _silo.DisposeAsync();

    [Fact]
    public async Task Who_is_appointed_has_the_powers_of_the_room_and_not_of_the_community_until_they_are_taken_back()
    {
        var room = await NewRoom.In(_silo);
        var people = await room.Arrive(3);
        var browsers = await Browsers.Watch(_silo, room.Grain);
        await room.Grain.Appoint(room.Organizer, 1, appoint: true);

        Assert.True(Assert.IsType<ParticipantJoined>(Assert.Single((await browsers.Next(RoomTopic.Room)).Events)).Participant.Organizer);
        await room.Grain.StartRound(people[0], 0);
        await Expect.Refused(Refusal.NotAnOrganizer, () => room.Community.OpenRoom(NewRoom.Plan, people[0]));
        await Expect.Refused(Refusal.Invalid, () => room.Grain.TakeOut(people[0], 0), "number");
        await room.Grain.Leave(people[0]);
        Assert.True((await room.Grain.Join(people[0], "back", host: null)).Participants[1].Organizer);

        await room.Grain.Appoint(room.Organizer, 1, appoint: false);
        await Expect.Refused(Refusal.NotAnOrganizer, () => room.Grain.EndRound(people[0], 1));
        await room.Grain.Leave(people[1]);
        await Expect.Refused(Refusal.NotInTheRoom, () => room.Grain.Appoint(room.Organizer, 2, appoint: true));
    }

    [Fact]
    public async Task Whoever_only_leads_sits_at_no_table_until_they_want_to()
    {
        var room = await NewRoom.In(_silo);
        var anna = await room.Arrive();
        await Expect.Refused(Refusal.NotAnOrganizer, () => room.Grain.TakeSeats(anna, seated: false));
        await room.Grain.Arrange(room.Organizer, 0);
        await room.Grain.TakeSeats(room.Organizer, seated: false);
        Assert.Equal([1], (await room.Grain.Desk(room.Organizer)).Next.SelectMany(table => table));
        // With one who wants a seat there is no round.
        await Expect.Refused(Refusal.TooFewPresent, () => room.Grain.StartRound(room.Organizer, 0));
        await room.Arrive(4);

        var round = await room.Start();

        Assert.Equal([1, 2, 3, 4, 5], round.Tables.SelectMany(table => table).Order());
        Assert.Equal([0], round.House.Unseated);
        await room.Grain.Leave(room.Organizer);
        await room.Grain.Join(room.Organizer, connection: null, host: null);
        Assert.DoesNotContain(0, (await room.Look()).Tables.SelectMany(table => table));
        await room.End();
        await room.Grain.TakeSeats(room.Organizer, seated: true);
        Assert.Contains(0, (await room.Start()).Tables.SelectMany(table => table));
    }

    [Fact]
    public async Task Being_taken_out_ends_an_appointment()
    {
        var room = await NewRoom.In(_silo);
        var people = await room.Arrive(2);
        await room.Grain.Appoint(room.Organizer, 1, appoint: true);

        await room.Grain.TakeOut(room.Organizer, 1);

        await Expect.Refused(Refusal.NotAnOrganizer, () => room.Grain.StartRound(people[0], 0));
        Assert.False((await room.Look()).Participants[1].Organizer);
    }

    [Fact]
    public async Task When_nobody_has_led_for_three_minutes_the_first_to_take_the_lead_has_it()
    {
        var room = await NewRoom.In(_silo);
        var people = await room.Arrive(3);
        var browsers = await Browsers.Watch(_silo, room.Grain);
        await room.Grain.Mute(room.Organizer, 3, muted: true);
        await room.Grain.Leave(room.Organizer);
        var gone = _silo.Clock.GetUtcNow();
        Assert.Equal(new LeadFree(gone.AddMinutes(3)), (await browsers.Next(RoomTopic.Room)).Events[^1]);
        await Expect.Refused(Refusal.AlreadyDone, () => room.Grain.TakeLead(people[0]));
        _silo.Clock.Advance(TimeSpan.FromMinutes(3));
        await Expect.Refused(Refusal.NotInTheRoom, () => room.Grain.TakeLead(Guid.CreateVersion7()));
        await Expect.Refused(Refusal.Muted, () => room.Grain.TakeLead(people[2]));
        await browsers.Renew(_silo, room.Grain);

        await room.Grain.TakeLead(people[0]);

        Assert.Equal([typeof(ParticipantJoined), typeof(LeadFree)], (await browsers.Next(RoomTopic.Room)).Events.Select(told => told.GetType()));
        await Expect.Refused(Refusal.AlreadyDone, () => room.Grain.TakeLead(people[1]));
        await room.Grain.StartRound(people[0], 0);
        var back = await room.Grain.Join(room.Organizer, "back", host: null);
        Assert.Null(back.LeadFreeAt);
        await room.Grain.Appoint(room.Organizer, 1, appoint: false);
        await Expect.Refused(Refusal.NotAnOrganizer, () => room.Grain.EndRound(people[0], 1));
    }

    [Fact]
    public async Task A_room_whose_organizer_never_comes_is_free_to_lead_soon_after_its_time_and_not_before()
    {
        var room = await NewRoom.In(_silo, NewRoom.Plan with { StartsAt = NewRoom.Plan.StartsAt.AddHours(1) });
        await room.Grain.Leave(room.Organizer);
        var anna = await room.Arrive();

        Assert.Equal(NewRoom.Plan.StartsAt.AddMinutes(63), (await room.Grain.Snapshot(anna)).LeadFreeAt);
    }

    [Fact]
    public async Task A_room_that_began_before_its_time_is_free_three_minutes_after_its_organizer_has_gone()
    {
        var room = await NewRoom.In(_silo, NewRoom.Plan with { StartsAt = NewRoom.Plan.StartsAt.AddHours(1) });
        var people = await room.Arrive(2);
        await room.Start();
        await room.Grain.Leave(room.Organizer);

        Assert.Equal(_silo.Clock.GetUtcNow().AddMinutes(3), (await room.Grain.Snapshot(people[0])).LeadFreeAt);
    }

    [Fact]
    public async Task When_the_lead_will_be_free_is_known_from_the_moment_the_last_who_leads_drops()
    {
        var room = await NewRoom.In(_silo);
        var people = await room.Arrive(2);
        await room.Grain.Leave(room.Organizer);
        await room.Grain.Join(room.Organizer, "tab", host: null);
        var dropped = _silo.Clock.GetUtcNow();

        await room.Grain.Disconnected(room.Organizer, "tab");

        Assert.Equal(dropped.AddMinutes(3), (await room.Grain.Snapshot(people[0])).LeadFreeAt);
        await room.Grain.Join(room.Organizer, "again", host: null);
        Assert.Null((await room.Grain.Snapshot(people[0])).LeadFreeAt);
    }
}
