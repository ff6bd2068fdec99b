using Xunit;

namespace Weave.Rooms;

/// <summary>These move the clock, so each has a silo to itself.</summary>
public sealed class PausingTests : IAsyncLifetime
{
    private readonly TestSilo _silo = new();

    private TimeSpan Passed => _silo.Clock.GetUtcNow() - NewRoom.Plan.StartsAt;

    public ValueTask InitializeAsync() => _silo.InitializeAsync();

    public ValueTask DisposeAsync() => _silo.DisposeAsync();

    [Fact]
    public async Task A_clock_that_stands_still_keeps_what_is_left_also_over_a_restart()
    {
        var room = await NewRoom.In(_silo);
        await room.Arrive(5);
        await room.Start();
        _silo.Clock.Advance(TimeSpan.FromMinutes(2));
        var browsers = await Browsers.Watch(_silo, room.Grain);
        await room.Grain.Pause(room.Organizer, 1);
        Assert.Equal(new ClockPaused(1, TimeSpan.FromMinutes(6)), Assert.Single((await browsers.Next(RoomTopic.Room)).Events));

        _silo.Clock.Advance(TimeSpan.FromMinutes(20));
        await _silo.Restart();

        var still = await room.Look();
        Assert.Equal((RoomPhase.Round, (DateTimeOffset?)null, TimeSpan.FromMinutes(6)), (still.Phase, still.Deadline, still.Left));
        await room.Grain.ExtendRound(room.Organizer, 1, TimeSpan.FromMinutes(1));
        await room.Grain.Resume(room.Organizer, 1);
        var on = await room.Look();
        Assert.Equal((on.Now + TimeSpan.FromMinutes(7), (TimeSpan?)null), (on.Deadline!.Value, on.Left));
        await _silo.Restart();
        await _silo.Until(async () => (await room.Grain.Page(null)).Phase == RoomPhase.Break);
        Assert.InRange(Passed, TimeSpan.FromMinutes(29), TimeSpan.FromMinutes(30));
    }

    [Fact]
    public async Task Pausing_twice_and_going_on_twice_are_one_step_each_and_next_goes_on_from_a_pause()
    {
        var room = await NewRoom.In(_silo);
        await room.Arrive(2);
        await Expect.Refused(Refusal.AlreadyDone, () => room.Grain.Pause(room.Organizer, 0));
        await room.Start();
        await Expect.Refused(Refusal.AlreadyDone, () => room.Grain.Resume(room.Organizer, 1));
        await Expect.Refused(Refusal.AlreadyDone, () => room.Grain.Pause(room.Organizer, 0));
        await room.Grain.Pause(room.Organizer, 1);
        await Expect.Refused(Refusal.AlreadyDone, () => room.Grain.Pause(room.Organizer, 1));
        await room.Grain.Resume(room.Organizer, 1);
        await Expect.Refused(Refusal.AlreadyDone, () => room.Grain.Resume(room.Organizer, 1));
        await room.Grain.Pause(room.Organizer, 1);

        var after = await room.End();

        Assert.Equal((RoomPhase.Break, (TimeSpan?)null), (after.Phase, after.Left));
        Assert.Null((await room.Start()).Left);
    }

    [Fact]
    public async Task Who_leaves_in_a_pause_has_met_the_table_when_half_of_the_round_was_over_before_it()
    {
        var room = await NewRoom.In(_silo);
        var people = await room.Arrive(2);
        await room.Start();
        _silo.Clock.Advance(TimeSpan.FromMinutes(1));
        await room.Grain.Pause(room.Organizer, 1);
        _silo.Clock.Advance(TimeSpan.FromMinutes(30));
        await room.Grain.Leave(people[0]);
        await room.Grain.Resume(room.Organizer, 1);
        await room.End();

        Assert.Empty((await room.Grain.Page(people[0])).Met);
        Assert.Single((await room.Grain.Page(people[1])).Met);
    }

    [Fact]
    public async Task A_table_asks_for_time_once_and_more_time_answers_all_of_them()
    {
        var room = await NewRoom.In(_silo);
        var people = await room.Arrive(5);
        await Expect.Refused(Refusal.AlreadyDone, () => room.Grain.AskForTime(people[0], 0));
        var round = await room.Start();
        var table = round.Tables.TakeWhile(numbers => !numbers.Contains(1)).Count() + 1;

        await room.Grain.AskForTime(people[0], 1);
        await room.Grain.AskForTime(people[0], 1);
        Assert.Equal([table], (await room.Look()).House.Asking);

        await room.Grain.ExtendRound(room.Organizer, 1, TimeSpan.FromMinutes(2));
        var after = await room.Look();
        Assert.Empty(after.House.Asking);
        Assert.Equal(round.Deadline + TimeSpan.FromMinutes(2), after.Deadline);
        await room.Grain.AskForTime(people[0], 1);
        await room.End();
        Assert.Empty((await room.Look()).House.Asking);
    }
}
