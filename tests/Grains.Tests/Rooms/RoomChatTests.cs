using Weave.Members;
using Xunit;

namespace Weave.Rooms;

/// <summary>What is said to the whole room.</summary>
public sealed class RoomChatTests(TestSilo silo)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task It_reaches_everybody_once_and_is_there_for_those_who_come_later()
    {
        var room = await NewRoom.In(silo);
        var anna = await room.Arrive("Anna");
        var browsers = await Browsers.Watch(silo, room.Grain);

        await room.Grain.SayToRoom(anna, "k1", " Hello\u202E all ");
        await room.Grain.SayToRoom(anna, "k1", "Hello all");
        await room.Grain.SayToRoom(room.Organizer, "k1", "Welcome");

        var (first, second) = (await browsers.Next(RoomTopic.Room), await browsers.Next(RoomTopic.Room));
        Assert.Equal(first.Version + 1, second.Version);
        Assert.Equal((1, "Hello all"), Said(first));
        Assert.Equal((0, "Welcome"), Said(second));
        var late = await room.Arrive("Late");
        Assert.Equal(["Hello all", "Welcome"], Texts(await room.Grain.Snapshot(late)));
    }

    [Fact]
    public async Task It_is_none_of_a_table_and_stays_over_the_rounds()
    {
        var room = await NewRoom.In(silo);
        var anna = await room.Arrive("Anna");
        await room.Grain.SayToRoom(anna, "lobby", "Before");
        await room.Start();
        await room.Grain.Say(anna, "table", "At the table");

        Assert.Equal(["At the table"], (await room.Grain.Snapshot(anna)).Messages.Select(message => message.Text));
        await room.End();
        await room.Grain.SayToRoom(anna, "break", "After");
        var seen = await room.Look();
        Assert.Equal(["Before", "After"], Texts(seen));
        Assert.Empty(seen.Messages);
    }

    [Fact]
    public async Task Neither_of_two_reads_the_other_when_one_has_blocked_the_other_and_who_leads_reads_both()
    {
        var room = await NewRoom.In(silo);
        var (anna, boris) = (await room.Arrive("Anna"), await room.Arrive("Boris"));
        await silo.Grains.GetGrain<IStancesGrain>(0).Put(anna, boris, Stance.Blocked);
        await silo.Grains.GetGrain<IStancesGrain>(0).Put(boris, room.Organizer, Stance.Blocked);
        var browsers = await Browsers.Watch(silo, room.Grain);

        await room.Grain.SayToRoom(boris, "k", "Who needs a CFO?");

        var told = await browsers.Next(RoomTopic.Room).WaitAsync(Patience, TestContext.Current.CancellationToken);
        Assert.Empty(told.For(1).Events);
        Assert.Single(told.For(0).Events);
        Assert.Empty(Texts(await room.Grain.Snapshot(anna)));
        Assert.Single(Texts(await room.Look()));
    }

    [Fact]
    public async Task What_cannot_be_said_is_refused()
    {
        var room = await NewRoom.In(silo);
        var (anna, boris) = (await room.Arrive("Anna"), await room.Member("Boris"));
        await Expect.Refused(Refusal.Required, () => room.Grain.SayToRoom(anna, "k", "  "), "text");
        await Expect.Refused(Refusal.TooLong, () => room.Grain.SayToRoom(anna, "k", new string('x', 1001)), "text");
        await Expect.Refused(Refusal.Invalid, () => room.Grain.SayToRoom(anna, "", "Hello"), "key");
        await Expect.Refused(Refusal.NotInTheRoom, () => room.Grain.SayToRoom(boris, "k", "Hello"));
        await room.Grain.Mute(room.Organizer, 1, muted: true);
        await Expect.Refused(Refusal.Muted, () => room.Grain.SayToRoom(anna, "k", "Hello"));
        await room.Grain.Close(room.Organizer, (await room.Look()).Step);
        await Expect.Refused(Refusal.RoomClosed, () => room.Grain.SayToRoom(room.Organizer, "k", "Hello"));
        Assert.Empty(Texts(await room.Look()));
    }

    private static (int From, string Text) Said(RoomEvents batch) => Assert.IsType<SaidToRoom>(Assert.Single(batch.Events)).Message is var message ? (message.From, message.Text) : default;

    private static IEnumerable<string> Texts(RoomSnapshot room) => room.RoomMessages.Select(message => message.Text);
}
