using Weave.Members;
using Xunit;

namespace Weave.Rooms;

/// <summary>Changes an organizer asks for, which everybody sees coming. They move the clock, so each has a silo to itself.</summary>
public sealed class CountdownTests : IAsyncLifetime
{
    private static readonly RoomPlan Plan = NewRoom.Plan with { SpeakerTime = TimeSpan.FromSeconds(60), FloorTime = TimeSpan.FromMinutes(20) };
    private readonly TestSilo _silo = new();

    public ValueTask InitializeAsync() => _silo.InitializeAsync();

    public ValueTask DisposeAsync() => _silo.DisposeAsync();

    [Fact]
    public async Task Every_change_comes_ten_seconds_after_it_is_asked_for()
    {
        var room = await NewRoom.In(_silo, Plan);
        await room.Arrive(3);
        foreach (var next in new[] { RoomPhase.Introductions, RoomPhase.Break, RoomPhase.Round, RoomPhase.Break, RoomPhase.OpenFloor, RoomPhase.Break, RoomPhase.Closed })
        {
            var before = await room.Look();
            await room.Grain.CountDown(room.Organizer, before.Step, next);

            var counting = await room.Look();
            Assert.Equal((before.Phase, before.Step, next, counting.Now + CountingDown.Ahead), (counting.Phase, counting.Step, counting.Next, counting.Deadline!.Value));
            _silo.Clock.Advance(CountingDown.Ahead - TimeSpan.FromSeconds(1));
            Assert.Equal(before.Step, (await room.Look()).Step);
            await _silo.Until(async () => (await room.Grain.Page(null)).Phase == next);
            if (next != RoomPhase.Closed)
                Assert.Null((await room.Look()).Next);
        }

        Assert.NotEmpty(await _silo.Grains.GetGrain<IAcquaintancesGrain>(0).Of(room.Organizer, 10));
    }

    [Fact]
    public async Task Everybody_is_told_and_what_is_called_off_goes_on_as_it_was()
    {
        var room = await NewRoom.In(_silo, Plan);
        await room.Arrive(3);
        var browsers = await Browsers.Watch(_silo, room.Grain);
        await room.Grain.CountDown(room.Organizer, 0, RoomPhase.Round);
        Assert.Equal(new CountdownChanged(0, RoomPhase.Round, (await room.Look()).Deadline, null), Assert.Single((await browsers.Next(RoomTopic.Room)).Events));
        await Expect.Refused(Refusal.AlreadyDone, () => room.Grain.CountDown(room.Organizer, 0, RoomPhase.Round));
        await Expect.Refused(Refusal.AlreadyDone, () => room.Grain.CallOff(room.Organizer, RoomPhase.Introductions));
        // Somebody thinks better of it: the newer wish holds.
        await room.Grain.CountDown(room.Organizer, 0, RoomPhase.Introductions);
        Assert.Equal(RoomPhase.Introductions, Assert.IsType<CountdownChanged>(Assert.Single((await browsers.Next(RoomTopic.Room)).Events)).Next);

        await room.Grain.CallOff(room.Organizer, RoomPhase.Introductions);

        Assert.Equal(new CountdownChanged(0, null, null, null), Assert.Single((await browsers.Next(RoomTopic.Room)).Events));
        await Expect.Refused(Refusal.AlreadyDone, () => room.Grain.CallOff(room.Organizer, RoomPhase.Introductions));
        _silo.Clock.Advance(TimeSpan.FromMinutes(1));
        var round = await room.Start();
        await room.Grain.CountDown(room.Organizer, 1, RoomPhase.Break);
        await room.Grain.CallOff(room.Organizer, RoomPhase.Break);
        Assert.Equal((round.Deadline, (RoomPhase?)null), await room.Look() is var after ? (after.Deadline, after.Next) : default);
        await room.Grain.Pause(room.Organizer, 1);
        await room.Grain.CountDown(room.Organizer, 1, RoomPhase.Closed);
        Assert.Null((await room.Look()).Left);
        await room.Grain.CallOff(room.Organizer, RoomPhase.Closed);
        Assert.Equal(round.Deadline - round.Now, (await room.Look()).Left);
    }

    [Fact]
    public async Task A_clock_that_runs_out_before_is_not_made_longer_and_more_time_calls_the_end_off()
    {
        var room = await NewRoom.In(_silo, Plan);
        await room.Arrive(3);
        var round = await room.Start();
        _silo.Clock.Advance(Plan.RoundLength - TimeSpan.FromSeconds(4));
        await room.Grain.CountDown(room.Organizer, 1, RoomPhase.Break);
        Assert.Equal(round.Deadline, (await room.Look()).Deadline);

        await room.Grain.ExtendRound(room.Organizer, 1, TimeSpan.FromMinutes(1));

        Assert.Equal((round.Deadline + TimeSpan.FromMinutes(1), (RoomPhase?)null), await room.Look() is var after ? (after.Deadline, after.Next) : default);
        await room.Grain.CountDown(room.Organizer, 1, RoomPhase.Break);
        await room.Grain.Pause(room.Organizer, 1);
        Assert.Equal((TimeSpan.FromSeconds(64), (RoomPhase?)null), await room.Look() is var still ? (still.Left, still.Next) : default);
    }

    [Fact]
    public async Task A_change_comes_also_when_the_server_dies_in_the_meantime()
    {
        var room = await NewRoom.In(_silo, Plan);
        await room.Arrive(3);
        await room.Grain.CountDown(room.Organizer, 0, RoomPhase.Round);

        await _silo.Restart();

        Assert.Equal(RoomPhase.Round, (await room.Look()).Next);
        await _silo.Restart();
        await _silo.Until(async () => (await room.Grain.Page(null)).Phase == RoomPhase.Round);
    }

    [Fact]
    public async Task What_cannot_begin_is_refused_at_once_and_called_off_when_people_leave_meanwhile()
    {
        var room = await NewRoom.In(_silo, Plan);
        var anna = await room.Member();
        await Expect.Refused(Refusal.TooFewPresent, () => room.Grain.CountDown(room.Organizer, 0, RoomPhase.Round));
        await Expect.Refused(Refusal.AlreadyDone, () => room.Grain.CountDown(room.Organizer, 0, RoomPhase.OpenFloor));
        await Expect.Refused(Refusal.Invalid, () => room.Grain.CountDown(room.Organizer, 0, RoomPhase.Lobby));
        await room.Grain.Join(anna, NewRoom.Tab(anna), host: null);
        await Expect.Refused(Refusal.NotAnOrganizer, () => room.Grain.CountDown(anna, 0, RoomPhase.Round));
        await room.Grain.CountDown(room.Organizer, 0, RoomPhase.Round);
        await Expect.Refused(Refusal.NotAnOrganizer, () => room.Grain.CallOff(anna, RoomPhase.Round));

        await room.Grain.Leave(anna);
        await _silo.Until(async () => (await room.Look()).Next is null);

        Assert.Equal((RoomPhase.Lobby, 0, (DateTimeOffset?)null), await room.Look() is var after ? (after.Phase, after.Step, after.Deadline) : default);
    }

    [Theory]
    [InlineData(RoomPhase.Break)]
    [InlineData(RoomPhase.Closed)]
    public async Task Nobody_comes_on_the_stage_for_the_last_seconds_before_the_end_which_no_speaker_brings_about(RoomPhase next)
    {
        var room = await NewRoom.In(_silo, Plan);
        var people = (Guid[])[room.Organizer, .. await room.Arrive(3)];
        await room.Grain.Introduce(room.Organizer, 0);
        await room.Grain.CountDown(room.Organizer, 1, next);
        var counting = await room.Look();

        await room.Grain.NextSpeaker(people[counting.Stage[0]], 1);

        Assert.Equal((RoomPhase.Break, next == RoomPhase.Closed ? next : null), await room.Look() is var after ? (after.Phase, after.Next) : default);
        if (next != RoomPhase.Closed)
            return;
        Assert.Equal(counting.Deadline, (await room.Look()).Deadline);
        await _silo.Until(async () => (await room.Grain.Page(null)).Phase == RoomPhase.Closed);
    }

    [Fact]
    public async Task Who_leaves_while_an_early_end_is_counted_down_to_has_not_met_the_table_and_who_is_alone_then_is_seated_when_it_is_called_off()
    {
        var room = await NewRoom.In(_silo, Plan with { TableSize = 2 });
        var people = (Guid[])[room.Organizer, .. await room.Arrive(5)];
        var round = await room.Start();
        _silo.Clock.Advance(TimeSpan.FromMinutes(1));
        await room.Grain.CountDown(room.Organizer, 1, RoomPhase.Break);
        _silo.Clock.Advance(TimeSpan.FromSeconds(6));
        var table = round.Tables.First(numbers => !numbers.Contains(0));

        await room.Grain.Leave(people[table[0]]);
        await room.Grain.CallOff(room.Organizer, RoomPhase.Break);

        Assert.Equal([0, 2, 3], (await room.Look()).Tables.Select(numbers => numbers.Count).Order());
        await room.End();
        Assert.Empty(await _silo.Grains.GetGrain<IAcquaintancesGrain>(0).Of(people[table[0]], 10));
    }

    [Fact]
    public async Task After_an_outage_nothing_begins_that_nobody_waits_for_any_more()
    {
        var room = await NewRoom.In(_silo, Plan);
        await room.Arrive(3);
        await room.Grain.CountDown(room.Organizer, 0, RoomPhase.Round);
        await _silo.Restart();
        _silo.Clock.Advance(TimeSpan.FromHours(1));

        await _silo.Until(async () => (await room.Look()).Next is null);

        Assert.Equal((RoomPhase.Lobby, 0), await room.Look() is var after ? (after.Phase, after.Step) : default);
    }
}
