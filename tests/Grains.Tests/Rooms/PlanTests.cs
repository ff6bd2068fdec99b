using Xunit;

namespace Weave.Rooms;

/// <summary>A plan that is changed while it is carried out.</summary>
public sealed class PlanTests(TestSilo silo)
{
    [Fact]
    public async Task A_plan_is_changed_in_mid_room_from_what_comes_next_on_and_everybody_is_told()
    {
        var room = await NewRoom.In(silo);
        await room.Arrive(7);
        var before = await room.Start();
        var browsers = await Browsers.Watch(silo, room.Grain);

        var changed = NewRoom.Plan with { Title = "CFOs", Rounds = 2, TableSize = 4, RoundLength = TimeSpan.FromMinutes(5) };
        await room.Grain.Replan(changed with { StartsAt = NewRoom.Plan.StartsAt.AddHours(5) }, room.Organizer);

        var told = Assert.IsType<PlanChanged>(Assert.Single((await browsers.Next(RoomTopic.Room)).Events)).Plan;
        var after = await room.Look();
        Assert.Equal((changed.Title, changed.RoundLength, changed.StartsAt), (told.Title, told.RoundLength, told.StartsAt));
        Assert.Equal((changed.Title, before.Deadline, before.Step), (after.Plan.Title, after.Deadline, after.Step));
        Assert.Equal(before.Tables, after.Tables);
        Assert.Equal("CFOs", Assert.Single(await room.Community.Rooms(room.Organizer)).Title);
        await room.End();
        var second = await room.Start();
        Assert.Equal([4, 4], second.Tables.Select(table => table.Count));
        Assert.Equal(second.Now + TimeSpan.FromMinutes(5), second.Deadline);
    }

    [Fact]
    public async Task What_has_been_played_stays()
    {
        var room = await NewRoom.In(silo, NewRoom.Plan with { SpeakerTime = TimeSpan.FromSeconds(60) });
        await room.Arrive(3);
        await room.Grain.Introduce(room.Organizer, 0);
        await Expect.Refused(Refusal.AlreadyDone, () => room.Grain.Replan(NewRoom.Plan, room.Organizer), "SpeakerTime");
        await room.Grain.EndRound(room.Organizer, 1);
        for (var round = 0; round < 2; round++)
        {
            await room.Start();
            await room.End();
        }

        await Expect.Refused(Refusal.OutOfRange, () => room.Grain.Replan(NewRoom.Plan with { Rounds = 1 }, room.Organizer), "Rounds");
        await Expect.Refused(Refusal.Taken, () => room.Grain.Replan(NewRoom.Plan with { Capacity = 3 }, room.Organizer), "Capacity");
        await room.Grain.Replan(NewRoom.Plan with { Rounds = 2 }, room.Organizer);
        await room.Grain.Close(room.Organizer, (await room.Look()).Step);
        await Expect.Refused(Refusal.RoomClosed, () => room.Grain.Replan(NewRoom.Plan, room.Organizer));
    }

    [Fact]
    public async Task There_are_never_fewer_places_than_people_who_have_one()
    {
        var room = await NewRoom.In(silo, NewRoom.Plan with { StartsAt = NewRoom.Plan.StartsAt.AddDays(1) });
        await room.Grain.Leave(room.Organizer);
        for (var i = 0; i < 4; i++)
            await room.Grain.Register(await room.Member($"Guest{i}"));
        var plan = (await room.Grain.Page(null)).Plan;

        await Expect.Refused(Refusal.Taken, () => room.Grain.Replan(plan with { Capacity = 3 }, room.Organizer), "Capacity");

        await room.Grain.Replan(plan with { Capacity = 4 }, room.Organizer);
        Assert.Equal((4, 4), await room.Grain.Page(null) is var page ? (page.Taken, page.Plan.Capacity) : default);
        // Who waits has none.
        await room.Grain.Register(await room.Member("Late"));
        await room.Grain.Replan(plan with { Capacity = 4, Title = "Evening" }, room.Organizer);
    }
}
