using CsCheck;
using Weave.Members;
using Weave.Notifications;
using Xunit;

namespace Weave.Rooms;

/// <summary>Registering ahead, waiting for a place, and what people are told until the room begins. Each test moves a clock of its own.</summary>
public sealed class PlacesTests : IAsyncLifetime
{
    private readonly TestSilo _silo = new();

    private static RoomPlan Ahead => NewRoom.Plan with { StartsAt = NewRoom.Plan.StartsAt.AddDays(3), Capacity = 3 };

    private IOutboxGrain Outbox => _silo.Grains.GetGrain<IOutboxGrain>(OutboxChannel.Email);

    public ValueTask InitializeAsync() => _silo.InitializeAsync();

    public ValueTask DisposeAsync() => _silo.DisposeAsync();

    [Fact]
    public async Task Places_go_in_order_and_a_place_given_back_goes_to_the_next_who_is_told_once()
    {
        var (room, people) = await Planned(5);
        var seen = new List<WhoComes>();
        foreach (var person in people)
            seen.Add(await room.Grain.Register(person));

        Assert.Equal([RoomPlace.Coming, RoomPlace.Coming, RoomPlace.Coming, RoomPlace.Waiting, RoomPlace.Waiting], seen.Select(one => one.Mine));
        Assert.Equal((2, 3, 2), (seen[4].Position, seen[4].Coming, seen[4].Waiting));
        Assert.Equal(people[..3], seen[4].People.Select(card => card.Id));
        Assert.Empty(seen[4].Line);
        Assert.Equal(people[3..], (await room.Grain.Coming(room.Organizer)).Line.Select(card => card.Id));
        Assert.Equal(RoomPlace.Coming, (await room.Grain.Register(people[0])).Mine);
        await _silo.Until(async () => Assert.Single(await room.Community.Rooms(people[0])).Participants == 3);

        await room.Grain.Unregister(people[1]);
        await _silo.Restart();

        var told = Assert.Single(await Told(1));
        Assert.Equal((people[3], new RoomPlaceFree(room.Id)), (told.Member, told.Notice));
        Assert.Equal((RoomPlace.Coming, 0), await room.Grain.Coming(people[3]) is var fourth ? (fourth.Mine, fourth.Position) : default);
        Assert.Equal(1, (await room.Grain.Coming(people[4])).Position);
        Assert.Empty(await Told(0));
    }

    [Fact]
    public async Task Whoever_has_taken_a_place_is_told_once_and_who_waits_is_not()
    {
        var (room, people) = await Planned(4);
        foreach (var person in people)
            await room.Grain.Register(person);
        await room.Grain.Register(people[0]);
        await _silo.Restart();

        Assert.Equal(people[..3].Order(), (await Told(3, of: typeof(RoomPlaceTaken))).Select(message => message.Member!.Value).Order());
    }

    [Fact]
    public async Task Only_members_register_and_those_who_keep_from_each_other_do_not_see_each_other()
    {
        var (room, people) = await Planned(2);
        var stranger = await room.Person("Stranger");
        await Expect.Refused(Refusal.NotAMember, () => room.Grain.Register(stranger));
        await Expect.Refused(Refusal.NotAMember, () => room.Grain.Coming(stranger));
        await room.Grain.Register(people[0]);
        await room.Grain.Register(people[1]);
        await _silo.Grains.GetGrain<IStancesGrain>(0).Put(people[0], people[1], Stance.Blocked);

        Assert.Equal([people[1]], (await room.Grain.Coming(people[1])).People.Select(card => card.Id));
        Assert.Equal([people[0]], (await room.Grain.Coming(people[0])).People.Select(card => card.Id));
        Assert.Equal(2, (await room.Grain.Coming(people[0])).Coming);
    }

    [Fact]
    public async Task While_a_room_is_locked_a_place_that_becomes_free_waits_for_those_who_may_come_in()
    {
        var room = await NewRoom.In(_silo, NewRoom.Plan with { Capacity = 3 });
        var inside = await room.Arrive(2);
        var outside = await room.Member("Outside");
        Assert.Equal(RoomPlace.Waiting, (await room.Grain.Register(outside)).Mine);
        await room.Grain.Lock(room.Organizer, locked: true);

        await room.Grain.Leave(inside[0]);

        Assert.Equal(RoomPlace.Waiting, (await room.Grain.Coming(outside)).Mine);
        Assert.Empty(await Told(0, of: typeof(RoomPlaceFree)));
        await room.Grain.Lock(room.Organizer, locked: false);
        Assert.Equal(RoomPlace.Coming, (await room.Grain.Coming(outside)).Mine);
    }

    [Fact]
    public async Task How_many_wait_for_a_place_in_a_full_room_is_told_as_it_changes()
    {
        var room = await NewRoom.In(_silo, NewRoom.Plan with { Capacity = 3 });
        var inside = await room.Arrive(2);
        var outside = new[] { await room.Member("One"), await room.Member("Two") };
        var browsers = await Browsers.Watch(_silo, room.Grain);

        await room.Grain.Register(outside[0]);
        await room.Grain.Register(outside[1]);
        Assert.Equal([new LineChanged(1)], (await browsers.Next(RoomTopic.Room)).Events);
        Assert.Equal([new LineChanged(2)], (await browsers.Next(RoomTopic.Room)).Events);
        Assert.Equal(2, (await room.Look()).Waiting);

        // The place goes to the next in line.
        await room.Grain.Leave(inside[0]);
        Assert.Equal([new PresenceChanged(1, Presence.Left), new LineChanged(1)], (await browsers.Next(RoomTopic.Room)).Events);
        await room.Grain.Unregister(outside[1]);
        Assert.Equal([new LineChanged(0)], (await browsers.Next(RoomTopic.Room)).Events);
        Assert.Equal(0, (await room.Look()).Waiting);

        // Who comes in takes the place that was kept; more places are taken by those who wait.
        await room.Grain.Join(outside[0], "tab", host: null);
        await room.Grain.Register(outside[1]);
        await browsers.Next(RoomTopic.Room);
        await room.Grain.Replan((await room.Grain.Page(null)).Plan with { Capacity = 4 }, room.Organizer);
        Assert.Equal(0, (await room.Look()).Waiting);
    }

    [Fact]
    public async Task A_place_is_kept_in_the_live_room_until_ten_minutes_after_the_beginning()
    {
        var (room, people) = await Planned(4);
        foreach (var person in people[..2])
            await room.Grain.Register(person);
        _silo.Clock.Advance(TimeSpan.FromDays(3));
        // The organizer is in it: two places are kept, none is left.
        await room.Grain.Join(room.Organizer, connection: null, host: null);
        Assert.True((await room.Grain.Page(people[3])).Full);
        await Expect.Refused(Refusal.RoomFull, () => room.Grain.Join(people[3], "tab", "host"));
        Assert.Equal(RoomPlace.Waiting, (await room.Grain.Register(people[2])).Mine);

        await room.Grain.Join(people[0], "tab", host: null);
        _silo.Clock.Advance(TimeSpan.FromMinutes(9.9));
        await Expect.Refused(Refusal.RoomFull, () => room.Grain.Join(people[3], "tab", "host"));

        // Then it goes to who waits, and is kept for them a while.
        await _silo.Until(async () => (await room.Grain.Coming(people[2])).Mine == RoomPlace.Coming);
        Assert.Equal(people[2], Assert.Single((await Told(1, of: typeof(RoomPlaceFree)))).Member);
        await Expect.Refused(Refusal.RoomFull, () => room.Grain.Join(people[3], "tab", "host"));
        await Expect.Refused(Refusal.RoomFull, () => room.Grain.Join(people[1], "tab", "host"));
        await room.Grain.Join(people[2], "tab", host: null);
    }

    [Fact]
    public async Task Whoever_comes_when_others_have_their_place_is_told_so_and_can_get_in_line_again_at_its_end()
    {
        var room = await NewRoom.In(_silo, Ahead with { Capacity = 2 });
        await room.Grain.Leave(room.Organizer);
        var (anna, bert, wanda, dora) = (await room.Member("Anna"), await room.Member("Bert"), await room.Member("Wanda"), await room.Member("Dora"));
        foreach (var person in new[] { anna, bert, wanda })
            await room.Grain.Register(person);
        _silo.Clock.Advance(TimeSpan.FromDays(3));
        await room.Grain.Join(bert, "tab", host: null);
        _silo.Clock.Advance(TimeSpan.FromMinutes(9));
        Assert.Equal(RoomPlace.Coming, (await room.Grain.Page(anna)).Mine);
        await _silo.Until(async () => (await room.Grain.Coming(wanda)).Mine == RoomPlace.Coming);
        await room.Grain.Join(wanda, "tab", host: null);

        Assert.Equal((RoomPlace.Lapsed, true), await room.Grain.Page(anna) is var late ? (late.Mine, late.Full) : default);
        var seen = await room.Grain.Coming(anna);
        Assert.Equal((RoomPlace.Lapsed, 2), (seen.Mine, seen.Coming));
        Assert.Equal([bert, wanda], seen.People.Select(card => card.Id));

        await room.Grain.Register(dora);
        Assert.Equal((RoomPlace.Waiting, 2), await room.Grain.Register(anna) is var line ? (line.Mine, line.Position) : default);
        Assert.Equal(2, (await room.Grain.Register(anna)).Position);

        await room.Grain.Leave(bert);
        Assert.Equal((RoomPlace.Coming, 1), ((await room.Grain.Coming(dora)).Mine, (await room.Grain.Coming(anna)).Position));
    }

    [Fact]
    public async Task A_place_that_nobody_else_needs_is_there_however_late_one_comes()
    {
        var (room, people) = await Planned(2);
        await room.Grain.Register(people[0]);
        _silo.Clock.Advance(TimeSpan.FromDays(3) + TimeSpan.FromMinutes(40));

        Assert.Equal(RoomPlace.Coming, (await room.Grain.Page(people[0])).Mine);
        await room.Grain.Join(people[0], "tab", host: null);
    }

    [Fact]
    public async Task Whoever_leads_the_room_comes_into_it_also_when_it_is_full()
    {
        var (room, people) = await Planned(5);
        foreach (var person in people[..3])
            await room.Grain.Register(person);
        Assert.Equal(RoomPlace.Waiting, (await room.Grain.Register(people[3])).Mine);

        Assert.False((await room.Grain.Page(room.Organizer)).Full);
        Assert.Equal(RoomPlace.Coming, (await room.Grain.Register(room.Organizer)).Mine);
        _silo.Clock.Advance(TimeSpan.FromDays(3));
        await room.Grain.Join(room.Organizer, "tab", host: null);
        foreach (var person in people[..3])
            await room.Grain.Join(person, "tab", host: null);

        Assert.Equal(3, (await room.Grain.Page(room.Organizer)).Taken);
        // One more than there are places: the plan can be changed all the same, and nobody else comes in.
        await room.Grain.Replan((await room.Grain.Page(null)).Plan with { Title = "Founders, all of them" }, room.Organizer);
        await Expect.Refused(Refusal.RoomFull, () => room.Grain.Join(people[4], "tab", "host"));

        // The same goes for somebody who was appointed in it.
        await room.Grain.Appoint(room.Organizer, 1, appoint: true);
        await room.Grain.Leave(people[0]);
        await room.Grain.Unregister(people[0]);
        Assert.True((await room.Grain.Page(people[4])).Full);
        Assert.False((await room.Grain.Page(people[0])).Full);
        await room.Grain.Join(people[0], "tab", host: null);
    }

    [Fact]
    public async Task Everybody_with_a_place_is_reminded_a_day_and_an_hour_before_and_when_it_begins_once_each_whatever_restarts()
    {
        var (room, people) = await Planned(2);
        await room.Grain.Register(people[0]);
        var told = new List<OutboxMessage>();
        foreach (var (ahead, hours) in new[] { (RoomAhead.Day, 48), (RoomAhead.Hour, 23), (RoomAhead.Now, 1) })
        {
            _silo.Clock.Advance(TimeSpan.FromHours(hours));
            await _silo.Restart();
            told.AddRange(await Told(1));
            Assert.Equal(new RoomSoon(room.Id, ahead, Ahead.StartsAt), told[^1].Notice);
            await room.Grain.AsReference<Agenda.IDueGrain>().OnDue($"{ahead}");
        }

        Assert.Empty(await Told(0));
        Assert.Equal([people[0]], told.Select(message => message.Member!.Value).Distinct());
    }

    [Fact]
    public async Task A_room_that_is_moved_reminds_by_its_new_time_and_one_that_is_called_off_not_at_all()
    {
        var (room, people) = await Planned(2);
        await room.Grain.Register(people[0]);
        await Expect.Refused(Refusal.NotAnOrganizer, () => room.Grain.Reschedule(people[0], Ahead.StartsAt));
        await Expect.Refused(Refusal.InThePast, () => room.Grain.Reschedule(room.Organizer, NewRoom.Plan.StartsAt.AddDays(-1)), "StartsAt");
        var later = Ahead.StartsAt.AddDays(2);
        await room.Grain.Reschedule(room.Organizer, later);
        Assert.Equal(new RoomMoved(room.Id, later), Assert.Single(await Told(1)).Notice);
        Assert.Equal(1, (await room.Grain.Page(people[0])).Sequence);

        _silo.Clock.Advance(TimeSpan.FromDays(2.5));
        Assert.Empty(await Told(0));
        _silo.Clock.Advance(TimeSpan.FromDays(1.5));
        Assert.Equal(new RoomSoon(room.Id, RoomAhead.Day, later), Assert.Single(await Told(1)).Notice);

        await Expect.Refused(Refusal.NotAnOrganizer, () => room.Grain.Cancel(people[0]));
        await room.Grain.Cancel(room.Organizer);
        Assert.Equal(new RoomCancelled(room.Id), Assert.Single(await Told(1)).Notice);
        _silo.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Empty(await Told(0));
        Assert.Equal((RoomPhase.Closed, true), await room.Grain.Page(null) is var page ? (page.Phase, page.Cancelled) : default);
        Assert.Empty(await room.Community.Rooms(people[0]));
        await Expect.Refused(Refusal.RoomClosed, () => room.Grain.Register(people[1]));
        await Expect.Refused(Refusal.AlreadyDone, () => room.Grain.Cancel(room.Organizer));
    }

    [Fact]
    public async Task A_room_is_announced_once_to_members_who_have_neither_registered_nor_paused()
    {
        var (room, people) = await Planned(4);
        await room.Grain.Register(people[0]);
        await room.Pause(people[3]);
        await Expect.Refused(Refusal.NotAnOrganizer, () => room.Grain.Announce(people[1]));
        await room.Grain.Announce(room.Organizer);
        await room.Grain.Announce(room.Organizer);

        var told = await Told(3);

        Assert.Equal([.. people[1..3].Append(room.Organizer).Order()], told.Where(message => message.Notice is RoomAnnounced).Select(message => message.Member!.Value).Order());
        Assert.Empty(await Told(0));
    }

    [Fact]
    public void Whatever_people_do_no_place_is_given_twice_and_none_stays_free_while_somebody_waits() =>
        Gen.Select(Gen.Int[0, 4], Gen.Int[0, 7], Gen.Int[0, 20]).Array[1, 80].Sample(commands =>
        {
            var now = NewRoom.Plan.StartsAt.AddHours(-1);
            var room = new Room(new RoomState { Plan = NewRoom.Plan with { Capacity = 3 }, ActiveAt = now }, []);
            foreach (var (what, who, minutes) in commands)
            {
                now += TimeSpan.FromMinutes(minutes);
                room = Try(room, what, who, now).Fill(now);
                Assert.InRange(room.Taken(now), 0, 3);
                Assert.True(room.Places.All(place => place.Has) || room.Taken(now) == 3, "Somebody waits before a free place.");
                Assert.Equal(room.Places.Select(place => place.Number).Order(), room.Places.Select(place => place.Number));
                Assert.Equal(room.Places.OrderByDescending(place => place.Has).ThenBy(place => place.Number), room.Places);
            }
        }, iter: 2000, threads: 1);

    private static Room Try(Room room, int what, int who, DateTimeOffset now)
    {
        var id = new Guid(who + 1, 0, 0, new byte[8]);
        try
        {
            return what switch
            {
                0 or 1 => room.Register(id, now),
                2 => room.Unregister(id),
                3 => room.Arrive(
                    new Member { Id = id, Profile = new Profile { Name = $"Guest{who}" }, Card = new ContactCard(), Settings = new MemberSettings() },
                    organizer: false, standalone: true, now, new HashSet<int>()).Room,
                _ => room.Find(id) is { } guest ? room.Depart([guest.Number], now).Room : room,
            };
        }
        catch (Refused)
        {
            return room;
        }
    }

    /// <summary>A room in three days with three places, and members of its community. Nobody is in it.</summary>
    private async Task<(NewRoom Room, Guid[] People)> Planned(int people)
    {
        var room = await NewRoom.In(_silo, Ahead);
        await room.Grain.Leave(room.Organizer);
        var members = new Guid[people];
        for (var i = 0; i < people; i++)
            members[i] = await room.Member($"Guest{i}");
        return (room, members);
    }

    /// <summary>So many messages, once they are there, and no more than that for a while.</summary>
    private async Task<IReadOnlyList<OutboxMessage>> Told(int count, Type? of = null)
    {
        var told = new List<OutboxMessage>();
        var quiet = 0;
        await _silo.Until(async () =>
        {
            var taken = await Outbox.Take(100, TimeSpan.Zero, TestContext.Current.CancellationToken);
            await Outbox.Report([.. taken.Select(message => new Delivery(message.Number, DeliveryResult.Sent))]);
            told.AddRange(taken.Where(message => of is null ? message.Notice is not RoomPlaceTaken : message.Notice.GetType() == of));
            return told.Count >= count && ++quiet > 5;
        });
        return told;
    }
}
