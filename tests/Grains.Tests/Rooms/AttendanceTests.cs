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

    private void Pass(int minutes) => _silo.Clock.Advance(TimeSpan.FromMinutes(minutes));
}
