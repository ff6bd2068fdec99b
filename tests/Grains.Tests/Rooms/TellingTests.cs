using System.Globalization;
using Xunit;

namespace Weave.Rooms;

public sealed class TellingTests(TestSilo silo)
{
    [Fact]
    public async Task Versions_go_on_from_the_snapshot_without_gaps()
    {
        var room = await NewRoom.In(silo);
        var browsers = await Browsers.Watch(silo, room.Grain);
        var start = await room.Look();
        Assert.Equal(start.Epoch, browsers.Epoch);

        var anna = await room.Arrive();
        await room.Start();
        var boris = await room.Arrive("Boris");
        await room.Grain.ExtendRound(room.Organizer, 1, TimeSpan.FromMinutes(1));
        await room.Grain.Disconnected(anna, NewRoom.Tab(anna));
        await room.Grain.Leave(boris);
        await room.End();
        await room.Grain.Close(room.Organizer, 2);

        Type[][] expected =
        [
            [typeof(ParticipantJoined)],
            [typeof(RoundStarted)],
            [typeof(ParticipantJoined), typeof(ParticipantSeated)],
            [typeof(RoundExtended)],
            [typeof(PresenceChanged)],
            [typeof(PresenceChanged)],
            [typeof(RoundEnded)],
            [typeof(RoomClosed)],
        ];
        for (var i = 0; i < expected.Length; i++)
        {
            var batch = await browsers.Next(RoomTopic.Room);
            Assert.Equal((start.Version + i + 1, start.Epoch, room.Id), (batch.Version, batch.Epoch, batch.Room));
            Assert.Equal(expected[i], batch.Events.Select(e => e.GetType()));
        }
    }

    [Fact]
    public async Task Who_comes_back_is_told_of_as_present_again()
    {
        var room = await NewRoom.In(silo);
        var anna = await room.Arrive();
        await room.Grain.Disconnected(anna, NewRoom.Tab(anna));
        var browsers = await Browsers.Watch(silo, room.Grain);

        await room.Grain.Join(anna, "back", host: null);

        Assert.Equal(new PresenceChanged(1, Presence.Here), Assert.Single((await browsers.Next(RoomTopic.Room)).Events));
    }

    [Fact]
    public async Task Every_host_hears_once_until_it_no_longer_wants_to()
    {
        var room = await NewRoom.In(silo);
        var (one, two) = (await Browsers.Watch(silo, room.Grain), await Browsers.Watch(silo, room.Grain));
        await one.Renew(silo, room.Grain);

        await room.Arrive();
        Assert.Equal((await one.Next(RoomTopic.Room)).Version, (await two.Next(RoomTopic.Room)).Version);

        await room.Grain.Unwatch(one.Name);
        await room.Arrive("Boris");
        await two.Next(RoomTopic.Room);
        await one.Renew(silo, room.Grain);
        await one.HearNothingElse(room);
    }

    [Fact]
    public async Task What_is_said_reaches_the_table_once_and_is_kept()
    {
        var room = await NewRoom.In(silo);
        var members = await room.Arrive(5);
        var browsers = await Browsers.Watch(silo, room.Grain);
        var tables = (await room.Start()).Tables;
        var table = tables.TakeWhile(table => !table.Contains(1)).Count();
        var other = new[] { room.Organizer }.Concat(members).ElementAt(tables[1 - table][0]);

        await room.Grain.Say(members[0], "k1", " Hello\u202E there ");
        await room.Grain.Say(members[0], "k1", "Hello there");
        await room.Grain.Say(members[0], "k2", "And again");

        var topic = RoomTopic.Table(1, table + 1);
        var (first, second) = (await browsers.Next(topic), await browsers.Next(topic));
        Assert.Equal([1, 2], [first.Version, second.Version]);
        Assert.Equal("Hello there", Assert.IsType<MessageSaid>(Assert.Single(first.Events)).Message.Text);
        var mine = await room.Grain.Snapshot(members[0]);
        Assert.Equal("Hello there|And again", string.Join('|', mine.Messages.Select(message => message.Text)));
        Assert.True(mine.Messages[0].Id < mine.Messages[1].Id);
        Assert.Equal(2, mine.TableVersion);
        Assert.Empty((await room.Grain.Snapshot(other)).Messages);

        await room.End();
        Assert.Empty((await room.Grain.Snapshot(members[0])).Messages);
        await room.Start();
        Assert.Equal(0, (await room.Grain.Snapshot(members[0])).TableVersion);
    }

    [Fact]
    public async Task The_last_hundred_are_shown()
    {
        var room = await NewRoom.In(silo);
        var anna = await room.Arrive();
        await room.Start();
        for (var i = 0; i < 105; i++)
            await room.Grain.Say(anna, $"k{i}", $"{i}");

        Assert.Equal(Enumerable.Range(5, 100), (await room.Look()).Messages.Select(message => int.Parse(message.Text, CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task What_cannot_be_said_is_refused()
    {
        var room = await NewRoom.In(silo);
        var anna = await room.Arrive();
        await Expect.Refused(Refusal.NotAtATable, () => room.Grain.Say(anna, "k", "Hello"));
        await room.Start();
        await Expect.Refused(Refusal.Required, () => room.Grain.Say(anna, "k", "  "), "text");
        await Expect.Refused(Refusal.TooLong, () => room.Grain.Say(anna, "k", new string('x', 1001)), "text");
        await Expect.Refused(Refusal.Invalid, () => room.Grain.Say(anna, "", "Hello"), "key");
        await Expect.Refused(Refusal.NotInTheRoom, () => room.Grain.Say(Guid.CreateVersion7(), "k", "Hello"));
    }
}
