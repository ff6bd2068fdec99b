using Xunit;

namespace Weave.Rooms;

/// <summary>These move the clock, so each has a silo to itself.</summary>
public sealed class IntroductionsTests : IAsyncLifetime
{
    private static readonly RoomPlan Plan = NewRoom.Plan with { SpeakerTime = TimeSpan.FromSeconds(60) };
    private readonly TestSilo _silo = new();

    public ValueTask InitializeAsync() => _silo.InitializeAsync();

    public ValueTask DisposeAsync() => _silo.DisposeAsync();

    [Fact]
    public async Task The_clock_brings_one_after_the_other_on_the_stage_and_then_a_break_also_after_a_restart()
    {
        var room = await NewRoom.In(_silo, Plan);
        await room.Arrive(2);
        await room.Grain.Introduce(room.Organizer, 0);
        var first = await room.Look();
        Assert.Equal((RoomPhase.Introductions, 1, 3), (first.Phase, first.Step, first.Stage.Count));
        Assert.Equal(first.Now + TimeSpan.FromSeconds(60), first.Deadline);

        await _silo.Restart();

        var after = await room.Look();
        Assert.Equal(first.Stage, after.Stage);
        Assert.Equal(first.Deadline, after.Deadline);
        await _silo.Until(async () => (await room.Look()).Phase == RoomPhase.Break);
        Assert.Equal(4, (await room.Look()).Step);
    }

    [Fact]
    public async Task Who_is_on_the_stage_and_organizers_bring_the_next_one_and_others_do_not()
    {
        var room = await NewRoom.In(_silo, Plan);
        var people = (Guid[])[room.Organizer, .. await room.Arrive(3)];
        await Expect.Refused(Refusal.NotAnOrganizer, () => room.Grain.Introduce(people[1], 0));
        await room.Grain.Introduce(room.Organizer, 0);
        var stage = (await room.Look()).Stage;
        var browsers = await Browsers.Watch(_silo, room.Grain);

        var waiting = people[stage.Skip(1).First(number => number != 0)];
        await Expect.Refused(Refusal.NotAnOrganizer, () => room.Grain.NextSpeaker(waiting, 1));
        await room.Grain.NextSpeaker(people[stage[0]], 1);
        await Expect.Refused(Refusal.AlreadyDone, () => room.Grain.NextSpeaker(room.Organizer, 1));

        var told = Assert.IsType<StageChanged>(Assert.Single((await browsers.Next(RoomTopic.Room)).Events));
        Assert.Equal((2, string.Join(',', stage.Skip(1))), (told.Step, string.Join(',', told.Stage)));
        await room.Grain.EndRound(room.Organizer, 2);
        Assert.Equal(new IntroductionsEnded(3), Assert.Single((await browsers.Next(RoomTopic.Room)).Events));
        await Expect.Refused(Refusal.AlreadyDone, () => room.Grain.Introduce(room.Organizer, 3));
        Assert.Equal(1, (await room.Start()).Round);
    }

    [Fact]
    public async Task Who_would_rather_not_speak_is_passed_over_also_when_they_come_again_and_may_think_better_of_it()
    {
        var room = await NewRoom.In(_silo, Plan);
        var people = (Guid[])[room.Organizer, .. await room.Arrive(3)];
        await Expect.Refused(Refusal.AlreadyDone, () => room.Grain.PassTurn(people[1], pass: true));
        await room.Grain.Introduce(room.Organizer, 0);
        var stage = (await room.Look()).Stage;
        var (speaker, shy) = (people[stage[0]], stage[1]);
        await Expect.Refused(Refusal.AlreadyDone, () => room.Grain.PassTurn(speaker, pass: true));
        var browsers = await Browsers.Watch(_silo, room.Grain);

        await room.Grain.PassTurn(people[shy], pass: true);

        Assert.Equal(new TurnPassed(true), Assert.Single((await browsers.Next(RoomTopic.Participant(shy))).Events));
        Assert.Equal([stage[0], .. stage.Skip(2)], Assert.IsType<StageChanged>(Assert.Single((await browsers.Next(RoomTopic.Room)).Events)).Stage);
        await room.Grain.Leave(people[shy]);
        var back = await room.Grain.Join(people[shy], connection: null, host: null);
        Assert.Equal((true, false), (back.Passed, back.Stage.Contains(shy)));
        await room.Grain.PassTurn(people[shy], pass: false);
        Assert.Equal((false, shy), await room.Grain.Snapshot(people[shy]) is var last ? (last.Passed, last.Stage[^1]) : default);
    }

    [Fact]
    public async Task A_room_planned_without_introductions_has_none()
    {
        var room = await NewRoom.In(_silo);
        await room.Arrive();

        await Expect.Refused(Refusal.AlreadyDone, () => room.Grain.Introduce(room.Organizer, 0));
        await Expect.Refused(Refusal.OutOfRange, () => room.Grain.Replan(Plan with { SpeakerTime = TimeSpan.FromSeconds(20) }, room.Organizer), "SpeakerTime");
    }
}
