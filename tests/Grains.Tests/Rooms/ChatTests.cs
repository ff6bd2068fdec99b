using Weave.Notifications;
using Xunit;

namespace Weave.Rooms;

/// <summary>What those hear who take part from a chat. Each test moves a clock of its own, and takes messages out as the bot does.</summary>
public sealed class ChatTests : IAsyncLifetime
{
    private readonly TestSilo _silo = new();

    private IOutboxGrain Outbox => _silo.Grains.GetGrain<IOutboxGrain>(OutboxChannel.Telegram);

    public ValueTask InitializeAsync() => _silo.InitializeAsync();

    public ValueTask DisposeAsync() => _silo.DisposeAsync();

    [Fact]
    public async Task Somebody_in_a_chat_is_a_participant_like_all_others_with_a_mark()
    {
        var room = await NewRoom.In(_silo);
        var anna = await InChat(room, 7);
        await room.Arrive("Boris");

        var table = await room.Start();

        Assert.Equal([false, true, false], table.Participants.Select(one => one.InChat));
        Assert.Equal([0, 1, 2], table.Tables.SelectMany(seats => seats).Order());
        await room.Grain.Leave(anna);
        Assert.Equal((Presence.Left, false), (await room.Look()).Participants[1] is var left ? (left.Presence, left.InChat) : default);
    }

    [Fact]
    public async Task A_round_that_begins_rings_once_in_each_chat_even_if_the_process_dies_at_once()
    {
        var room = await NewRoom.In(_silo);
        await InChat(room, 7);
        await InChat(room, 8);
        await Sent();
        await room.Start();

        await _silo.Restart();

        var rung = new List<string>();
        await _silo.Until(async () =>
        {
            rung.AddRange((await Sent()).Where(message => message.Notice is RoomNow { Rings: true, Step: 1 }).Select(message => message.Recipient));
            return rung.Count >= 2;
        });
        _silo.Clock.Advance(TimeSpan.FromSeconds(30));
        await room.Look();
        await room.Grain.AsReference<Agenda.IDueGrain>().OnDue("chats:1");
        Assert.DoesNotContain(await Sent(), message => message.Notice is RoomNow { Rings: true });
        Assert.Equal(["7", "8"], rung.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Whose_turn_it_is_on_the_stage_hears_a_ring_and_nobody_else()
    {
        var room = await NewRoom.In(_silo, NewRoom.Plan with { SpeakerTime = TimeSpan.FromMinutes(2) });
        await InChat(room, 1);
        await InChat(room, 2);
        await room.Grain.Introduce(room.Organizer, 0);
        await Quiet();

        for (var step = 1; (await room.Look()).Phase == RoomPhase.Introductions; step++)
        {
            var speaker = (await room.Look()).Stage.ElementAtOrDefault(1);
            await room.Grain.NextSpeaker(room.Organizer, step);
            var told = new List<OutboxMessage>();
            await _silo.Until(async () =>
            {
                told.AddRange(await Sent());
                return told.Count >= 2;
            });
            var rung = told.Where(message => message.Notice is RoomNow { Rings: true }).Select(message => message.Recipient);
            Assert.Equal(speaker > 0 ? [$"{speaker}"] : Array.Empty<string>(), rung);
        }
    }

    [Fact]
    public async Task That_the_room_is_over_rings()
    {
        var room = await NewRoom.In(_silo);
        await InChat(room, 7);
        await Quiet();

        await room.Grain.Close(room.Organizer, 0);

        await _silo.Until(async () => (await Sent()).Any(message => message.Notice is RoomNow { Rings: true }));
    }

    [Fact]
    public async Task Small_news_that_waits_when_a_round_begins_does_not_come_before_it()
    {
        var room = await NewRoom.In(_silo);
        await InChat(room, 7);
        await Sent();
        // Somebody comes in: told of within a while, which is over now.
        await room.Arrive("Boris");
        await room.Start();

        var told = new List<OutboxMessage>();
        await _silo.Until(async () =>
        {
            told.AddRange(await Sent());
            return told.Count > 0;
        });

        Assert.Equal(new RoomNow(room.Id, 1, Rings: true, Urgent: true), told[0].Notice);
    }

    [Fact]
    public async Task What_is_said_at_a_table_within_a_few_seconds_makes_one_change_of_the_message_and_only_there()
    {
        var room = await NewRoom.In(_silo, NewRoom.Plan with { TableSize = 2 });
        var members = new List<Guid>();
        for (var chat = 1; chat <= 3; chat++)
            members.Add(await InChat(room, chat));
        var round = await room.Start();
        await Quiet();
        var table = round.Tables.Single(seats => seats.Contains(1));
        var mates = table.Where(number => number > 0).Select(number => $"{number}").ToList();

        for (var i = 0; i < 5; i++)
            await room.Grain.Say(members[0], $"{i}", "Hello");

        var told = new List<OutboxMessage>();
        await _silo.Until(async () =>
        {
            told.AddRange(await Sent());
            return told.Count == mates.Count;
        });
        _silo.Clock.Advance(TimeSpan.FromSeconds(10));
        await room.Look();
        told.AddRange(await Sent());
        Assert.Equal(mates, told.Select(message => message.Recipient).Order(StringComparer.Ordinal));
        Assert.All(told, message => Assert.Equal(new RoomNow(room.Id, 1, Rings: false, Urgent: false), message.Notice));
    }

    [Fact]
    public async Task What_is_said_to_everybody_changes_the_message_of_those_who_sit_at_no_table()
    {
        var room = await NewRoom.In(_silo);
        var members = new List<Guid> { await InChat(room, 1), await InChat(room, 2) };
        await Quiet();

        for (var i = 0; i < 5; i++)
            await room.Grain.SayToRoom(members[0], $"{i}", "Hello");

        var told = new List<OutboxMessage>();
        await _silo.Until(async () =>
        {
            told.AddRange(await Sent());
            return told.Count == 2;
        });
        Assert.All(told, message => Assert.Equal(new RoomNow(room.Id, 0, Rings: false, Urgent: false), message.Notice));
        await room.Start();
        await Quiet();
        await room.Grain.SayToRoom(room.Organizer, "late", "Is anybody lost?");
        _silo.Clock.Advance(TimeSpan.FromSeconds(10));
        await room.Look();
        Assert.Empty(await Sent());
    }

    [Fact]
    public async Task What_was_being_typed_for_a_table_when_the_round_ended_does_not_go_to_everybody()
    {
        var room = await NewRoom.In(_silo, NewRoom.Plan with { FloorTime = TimeSpan.FromMinutes(20) });
        var anna = await InChat(room, 7);
        await room.Start();
        await room.End();

        await Expect.Refused(Refusal.JustEnded, () => room.Grain.SayToRoom(anna, "k", "My number is ..."));
        await room.Grain.SayToRoom(room.Organizer, "k", "Who has a browser sees that the round is over");
        await room.Grain.OpenFloor(room.Organizer, 2);
        await Expect.Refused(Refusal.JustEnded, () => room.Grain.SayToRoom(anna, "k", "My number is ..."));
        await room.Grain.Join(anna, "tab", host: null);
        await room.Grain.SayToRoom(anna, "tab", "I have a browser as well");
        await room.Grain.Disconnected(anna, "tab");
        _silo.Clock.Advance(TimeSpan.FromSeconds(15));
        await room.Grain.SayToRoom(anna, "k", "Thank you all");

        Assert.Equal(3, (await room.Look()).RoomMessages.Count);
    }

    [Fact]
    public async Task A_minute_and_half_a_minute_before_the_end_and_when_it_is_moved_everybody_at_a_table_hears_of_it()
    {
        var room = await NewRoom.In(_silo);
        await InChat(room, 7);
        await room.Start();
        await Quiet();

        await Hears(room, left: 60);
        await Hears(room, left: 30);
        await room.Grain.ExtendRound(room.Organizer, 1, TimeSpan.FromMinutes(2));
        await Hears(room, left: 150);
        await Hears(room, left: 60);
        await Hears(room, left: 30);
    }

    [Fact]
    public async Task The_end_of_the_open_floor_is_told_ahead_to_all_and_nothing_while_it_is_counted_down_to()
    {
        var room = await NewRoom.In(_silo, NewRoom.Plan with { FloorTime = TimeSpan.FromMinutes(5) });
        await InChat(room, 7);
        await room.Start();
        await room.End();
        await room.Grain.OpenFloor(room.Organizer, 2);
        await Quiet();

        await Hears(room, left: 60);
        await Hears(room, left: 30);
        await room.Grain.CountDown(room.Organizer, 3, RoomPhase.Break);
        await Hears(room, left: 10);
        await _silo.Until(async () => (await Sent()).Count == 1);
        Assert.Equal(RoomPhase.Break, (await room.Look()).Phase);
    }

    /// <summary>Time goes on until something is told, and so much is left then, within the steps of the clock.</summary>
    private async Task Hears(NewRoom room, int left)
    {
        await _silo.Until(async () => (await Sent()).Count == 1);
        Assert.InRange((await room.Look()).Deadline!.Value - _silo.Clock.GetUtcNow(), TimeSpan.FromSeconds(left - 5), TimeSpan.FromSeconds(left));
    }

    [Fact]
    public async Task Two_hundred_in_chats_hear_of_a_round_within_ten_seconds_within_Telegrams_limit()
    {
        var room = await NewRoom.In(_silo, NewRoom.Plan with { Capacity = 200, TableSize = 5 });
        for (var chat = 1; chat < 200; chat++)
            await InChat(room, chat);
        await Quiet();
        // Something to many is on its way out as well.
        await Outbox.Enqueue([.. Enumerable.Range(0, 1000).Select(i => new OutboxMessage { Key = $"m{i}", Recipient = $"{1000 + i}", Language = "en", Notice = new MembershipDecided("founders", true) })]);
        await room.Start();
        var began = _silo.Clock.GetUtcNow();

        var rung = new HashSet<string>(StringComparer.Ordinal);
        while (rung.Count < 199)
        {
            Assert.InRange(_silo.Clock.GetUtcNow() - began, TimeSpan.Zero, TimeSpan.FromSeconds(10));
            _silo.Clock.Advance(TimeSpan.FromMilliseconds(100));
            // Into the silo and back: what the clock set off gets its turn.
            await room.Look();
            rung.UnionWith((await Sent()).Where(message => message.Notice is RoomNow { Rings: true }).Select(message => message.Recipient));
        }
    }

    private static async Task<Guid> InChat(NewRoom room, long chat)
    {
        var member = await room.Member($"Chat{chat}");
        await room.Grain.JoinByChat(member, chat);
        return member;
    }

    /// <summary>Takes what may be sent now, and says that it was.</summary>
    private async Task<IReadOnlyList<OutboxMessage>> Sent()
    {
        var taken = await Outbox.Take(100, TimeSpan.Zero, TestContext.Current.CancellationToken);
        await Outbox.Report([.. taken.Select(message => new Delivery(message.Number, DeliveryResult.Sent))]);
        return taken;
    }

    /// <summary>Until nothing was told for a while.</summary>
    private async Task Quiet()
    {
        var quiet = 0;
        await _silo.Until(async () => (quiet = (await Sent()).Count == 0 ? quiet + 1 : 0) == 30);
    }
}
