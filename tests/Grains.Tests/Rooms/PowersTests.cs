using Xunit;

namespace Weave.Rooms;

public sealed class PowersTests(TestSilo silo)
{
    [Fact]
    public async Task Nobody_but_who_leads_has_these_powers()
    {
        var room = await NewRoom.In(silo);
        var people = await room.Arrive(3);
        await room.Start();
        Func<Guid, Task>[] powers =
        [
            by => room.Grain.Pause(by, 1), by => room.Grain.Resume(by, 1), by => room.Grain.MoveTo(by, 1, 1, 1), by => room.Grain.Swap(by, 1, 1, 2, 1), by => room.Grain.Arrange(by, 1),
            by => room.Grain.Rearrange(by, 1, 1, 1, null), by => room.Grain.ForgetArrangement(by, 1), by => room.Grain.Lock(by, true), by => room.Grain.TakeOut(by, 2),
            by => room.Grain.LetIn(by, 2), by => room.Grain.Mute(by, 2, true), by => room.Grain.Broadcast(by, "k", "Hello"), by => room.Grain.Appoint(by, 1, true),
            by => room.Grain.Desk(by), by => room.Grain.Replan(NewRoom.Plan, by),
        ];

        foreach (var power in powers)
        {
            await Expect.Refused(Refusal.NotAnOrganizer, () => power(people[0]));
            await Expect.Refused(Refusal.NotAnOrganizer, () => power(Guid.CreateVersion7()));
        }
        Assert.Equal((1, false), await room.Look() is var now ? (now.Step, now.House.Locked) : default);
    }

    [Fact]
    public async Task A_locked_room_lets_nobody_in_but_who_was_in_it()
    {
        var room = await NewRoom.In(silo);
        var anna = await room.Arrive();
        await room.Grain.Lock(room.Organizer, locked: true);
        await room.Grain.Leave(anna);

        await room.Grain.Join(anna, "back", host: null);
        var late = await room.Member("Late");
        await Expect.Refused(Refusal.RoomLocked, () => room.Grain.Join(late, "tab", host: null));
        Assert.True((await room.Grain.Page(late)).Locked);
        await room.Grain.Lock(room.Organizer, locked: false);
        await room.Grain.Join(late, "tab", host: null);
    }

    [Fact]
    public async Task Who_is_taken_out_is_cut_off_and_comes_back_only_when_let_in()
    {
        var room = await NewRoom.In(silo);
        var people = await room.Arrive(3);
        await room.Start();
        var browsers = await Browsers.Watch(silo, room.Grain);

        await room.Grain.TakeOut(room.Organizer, 1);

        Assert.Equal(new TakenOut(1), Assert.Single((await browsers.Next(RoomTopic.Participant(1))).Events));
        Assert.Equal(new PresenceChanged(1, Presence.Left), Assert.Single((await browsers.Next(RoomTopic.Room)).Events));
        Assert.DoesNotContain(1, (await room.Look()).Tables.SelectMany(table => table));
        await Expect.Refused(Refusal.TakenOut, () => room.Grain.Join(people[0], "back", host: null));
        await Expect.Refused(Refusal.NotInTheRoom, () => room.Grain.Snapshot(people[0]));
        await Expect.Refused(Refusal.NotInTheRoom, () => room.Grain.Say(people[0], "k", "Hello"));
        Assert.True((await room.Grain.Page(people[0])).TakenOut);
        await Expect.Refused(Refusal.Invalid, () => room.Grain.TakeOut(room.Organizer, 0), "number");
        await Expect.Refused(Refusal.NotInTheRoom, () => room.Grain.TakeOut(room.Organizer, 99));

        await room.Grain.LetIn(room.Organizer, 1);
        Assert.Contains(1, (await room.Grain.Join(people[0], "back", host: null)).Tables.SelectMany(table => table));
    }

    [Fact]
    public async Task Who_is_muted_is_told_and_may_not_write_until_given_the_word_back()
    {
        var room = await NewRoom.In(silo);
        var anna = await room.Arrive();
        await room.Start();
        var browsers = await Browsers.Watch(silo, room.Grain);

        await room.Grain.Mute(room.Organizer, 1, muted: true);

        Assert.Equal(new MutedChanged(true), Assert.Single((await browsers.Next(RoomTopic.Participant(1))).Events));
        Assert.True((await room.Grain.Snapshot(anna)).Muted);
        await Expect.Refused(Refusal.Muted, () => room.Grain.Say(anna, "k", "Hello"));
        await Expect.Refused(Refusal.Invalid, () => room.Grain.Mute(room.Organizer, 0, muted: true), "number");
        await room.Grain.Mute(room.Organizer, 1, muted: false);
        await room.Grain.Say(anna, "k", "Hello");
        Assert.False((await room.Grain.Snapshot(anna)).Muted);
    }

    [Fact]
    public async Task A_word_to_everybody_is_told_once_and_kept_for_those_who_come_later()
    {
        var room = await NewRoom.In(silo);
        var browsers = await Browsers.Watch(silo, room.Grain);

        await room.Grain.Broadcast(room.Organizer, "k1", " Coffee is\u202E served ");
        await room.Grain.Broadcast(room.Organizer, "k1", "Coffee is served");

        var told = Assert.IsType<HouseChanged>(Assert.Single((await browsers.Next(RoomTopic.Room)).Events)).House.Notice!;
        Assert.Equal(("Coffee is served", 0), (told.Text, told.From));
        var anna = await room.Arrive();
        Assert.IsType<ParticipantJoined>(Assert.Single((await browsers.Next(RoomTopic.Room)).Events));
        Assert.Equal(told, (await room.Grain.Snapshot(anna)).House.Notice);
        await Expect.Refused(Refusal.Required, () => room.Grain.Broadcast(room.Organizer, "k2", " "), "text");
        await Expect.Refused(Refusal.TooLong, () => room.Grain.Broadcast(room.Organizer, "k2", new string('x', 301)), "text");
        await Expect.Refused(Refusal.Invalid, () => room.Grain.Broadcast(room.Organizer, "", "Hello"), "key");
    }
}
