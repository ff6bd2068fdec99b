using Microsoft.Extensions.DependencyInjection;
using Orleans.Providers;
using Orleans.Storage;
using Weave.Members;
using Xunit;

namespace Weave.Rooms;

/// <summary>These move the clock, so each has a silo to itself.</summary>
public sealed class AttendanceTests : IAsyncLifetime
{
    private readonly TestSilo _silo = new();

    public ValueTask InitializeAsync() => _silo.InitializeAsync();

    public ValueTask DisposeAsync() => _silo.DisposeAsync();

    [Fact]
    public async Task The_roll_call_says_who_is_here_away_or_gone_since_when_and_how_long_they_were_there()
    {
        var room = await NewRoom.In(_silo);
        var start = _silo.Clock.GetUtcNow();
        var people = await room.Arrive(3);
        await room.Start();
        Pass(1);
        await room.Grain.Leave(people[0]);
        await room.Grain.Disconnected(people[1], NewRoom.Tab(people[1]));
        Pass(1);
        await room.Grain.Join(people[0], "back", host: null);
        await room.Grain.Join(people[0], "another", host: null);
        Pass(1);

        var here = (await room.Grain.Desk(room.Organizer)).People;

        Assert.Equal([Presence.Here, Presence.Here, Presence.Left, Presence.Here], here.Select(person => person.Presence));
        Assert.Equal([0, 2, 1, 0], here.Select(person => (int)(person.Since - start).TotalMinutes));
        Assert.Equal([3, 2, 1, 3], here.Select(person => (int)person.Present.TotalMinutes));
        Assert.All(here, person => Assert.Equal(start, person.Joined));
        await room.End();
        await room.Grain.Close(room.Organizer, 2);
        Pass(60);

        var after = (await room.Grain.Desk(room.Organizer)).People;

        Assert.All(after, person => Assert.Equal(Presence.Left, person.Presence));
        Assert.Equal([3, 3, 1, 3], after.Select(person => (int)(person.Since - start).TotalMinutes));
        Assert.Equal([3, 2, 1, 3], after.Select(person => (int)person.Present.TotalMinutes));
        Assert.Equal([1, 1, 0, 1], after.Select(person => person.Rounds));
    }

    [Fact]
    public async Task A_restart_takes_away_none_of_the_time_somebody_was_there()
    {
        var room = await NewRoom.In(_silo);
        var people = await room.Arrive(1);
        Pass(10);
        await _silo.Restart();
        await room.Grain.Join(people[0], "back", host: null);
        Pass(5);

        Assert.Equal(15, (int)(await room.Grain.Desk(room.Organizer)).People[1].Present.TotalMinutes);
    }

    [Fact]
    public async Task While_there_was_no_server_nobody_was_there()
    {
        var room = await NewRoom.In(_silo);
        var people = await room.Arrive(2);
        Pass(10);
        await _silo.Restart(outage: TimeSpan.FromHours(2));
        await room.Grain.Join(people[0], "back", host: null);
        Pass(5);

        var here = (await room.Grain.Desk(room.Organizer)).People;

        // Two minutes more may be somebody's: so often a room notes that it lives.
        Assert.InRange(here[1].Present.TotalMinutes, 15, 17);
        Assert.InRange(here[2].Present.TotalMinutes, 10, 12);
    }

    [Fact]
    public async Task While_there_was_no_server_nobody_was_there_from_a_chat_either()
    {
        var room = await NewRoom.In(_silo);
        await InChat(room);
        Pass(10);
        await _silo.Restart(outage: TimeSpan.FromHours(2));
        var back = _silo.Clock.GetUtcNow();
        await _silo.Until(async () => (await Stored(room)).AliveAt >= back + Attendance.Pulse);
        var there = _silo.Clock.GetUtcNow() - back;
        // What was left out stays left out.
        await _silo.Restart(outage: TimeSpan.FromHours(1));

        var anna = (await room.Grain.Desk(room.Organizer)).People[1];

        Assert.Equal(Presence.Here, anna.Presence);
        Assert.InRange(anna.Present - there, TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(10) + (2 * Attendance.Pulse));
    }

    [Fact]
    public async Task A_room_with_nobody_but_chats_in_it_comes_back_by_itself()
    {
        var room = await NewRoom.In(_silo);
        await InChat(room);
        Pass(10);
        var back = TimeSpan.FromSeconds(30);
        await _silo.Restart(back);
        var restarted = _silo.Clock.GetUtcNow();

        await _silo.Until(async () => (await Stored(room)).AliveAt >= restarted);
        await _silo.Until(async () => (await Stored(room)).AliveAt >= restarted + Attendance.Pulse);

        var whole = TimeSpan.FromMinutes(10) + back + (_silo.Clock.GetUtcNow() - restarted);
        Assert.InRange((await room.Grain.Desk(room.Organizer)).People[1].Present, whole - TimeSpan.FromSeconds(2), whole);
    }

    [Fact]
    public async Task Who_was_there_to_the_end_is_said_to_have_been_there_as_long_whenever_one_looks()
    {
        var room = await NewRoom.In(_silo);
        await room.Arrive(1);
        Pass(10);
        await room.Grain.Close(room.Organizer, 0);
        var before = (await room.Grain.Desk(room.Organizer)).People;
        await _silo.Restart(outage: TimeSpan.FromHours(2));

        Assert.Equal(before, (await room.Grain.Desk(room.Organizer)).People);
    }

    [Theory]
    // It is back within the time of a sign, or late.
    [InlineData(1, 21)]
    [InlineData(120, 22)]
    public void A_room_that_was_killed_counts_until_a_little_after_its_last_sign_of_life(int back, int minutes)
    {
        var start = NewRoom.Plan.StartsAt;
        var member = new Member { Id = Guid.CreateVersion7(), Profile = new Profile { Name = "Anna" }, Card = new ContactCard(), Settings = new MemberSettings() };
        var room = new Room(new RoomState { Plan = NewRoom.Plan, ActiveAt = start }, []).Arrive(member, organizer: false, standalone: false, start, new HashSet<int>()).Room;
        var lived = start.AddMinutes(20);

        var awake = room.Alive(lived).Awake(lived.AddMinutes(back));

        Assert.Equal(Presence.Away, awake.Guests[0].Presence);
        Assert.Equal(minutes, (int)awake.RollCall(lived.AddMinutes(back))[0].Present.TotalMinutes);
    }

    [Fact]
    public async Task A_room_with_people_in_it_notes_again_and_again_that_it_lives()
    {
        var room = await NewRoom.In(_silo);
        await room.Arrive(1);
        var start = _silo.Clock.GetUtcNow();

        await _silo.Until(async () => (await Stored(room)).AliveAt >= start + Attendance.Pulse);
        await _silo.Until(async () => (await Stored(room)).AliveAt >= start + (2 * Attendance.Pulse));

        Assert.InRange(_silo.Clock.GetUtcNow() - start, 2 * Attendance.Pulse, 2.5 * Attendance.Pulse);
    }

    private static async Task InChat(NewRoom room) => await room.Grain.JoinByChat(await room.Member(), 7);

    private async Task<RoomState> Stored(NewRoom room)
    {
        var stored = new GrainState<RoomState>();
        var storage = _silo.Services.GetRequiredKeyedService<IGrainStorage>(ProviderConstants.DEFAULT_STORAGE_PROVIDER_NAME);
        await storage.ReadStateAsync("state", room.Grain.GetGrainId(), stored);
        return stored.State ?? new RoomState();
    }

    private void Pass(int minutes) => _silo.Clock.Advance(TimeSpan.FromMinutes(minutes));
}
