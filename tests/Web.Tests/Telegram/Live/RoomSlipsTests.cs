using Weave.Rooms;
using Xunit;

namespace Weave.Telegram;

/// <summary>What is pressed by mistake, twice or too late in a room's message costs nobody anything.</summary>
public sealed class RoomSlipsTests(BotApp weave) : IClassFixture<BotApp>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nobody_leaves_their_room_for_one_that_does_not_let_them_in()
    {
        var room = await ChatRoom.Open(weave, "This one");
        var omar = await room.Person("Omar");
        var lobby = await room.Enter(omar);
        var locked = await room.Another("The other one");
        await locked.Grain.Lock(room.Organizer, locked: true);

        var said = await omar.PressData(lobby, RoomPress.Of(RoomPress.JoinHere, locked.Id).ToString(), Stop);

        Assert.Equal("The room is locked: only those who have been in it can come in.", said);
        Assert.Equal(Presence.Here, (await room.Grain.Snapshot(await room.MemberOf(omar))).Participants[await room.NumberOf(omar)].Presence);
        var vera = await room.Guest("Vera");
        await room.Grain.StartRound(room.Organizer, 0);
        var table = await omar.Until("Round 1 of 1");

        await locked.Grain.Lock(room.Organizer, locked: false);
        await omar.PressData(table, RoomPress.Of(RoomPress.JoinHere, locked.Id).ToString(), Stop);
        await omar.Until("The other one");
        Assert.Contains((await room.Grain.Snapshot(vera)).Participants, who => who is { Name: "Omar", Presence: Presence.Left });
    }

    [Fact]
    public async Task A_wish_and_a_vote_that_arrive_twice_stand()
    {
        var room = await ChatRoom.Open(weave, "Club");
        var omar = await room.Person("Omar");
        var me = await room.MemberOf(omar);
        var lobby = await room.Enter(omar);
        var vera = await room.Guest("Vera");
        await omar.Toast(lobby, "👥 Who is here");
        var people = await omar.Until("Here besides you: 1.", AnyButton("☆ Meet Vera"));

        await omar.Toast(people, "☆ Meet Vera");
        await omar.Toast(people, "☆ Meet Vera");

        Assert.Single((await room.Grain.Snapshot(me)).Wishes);
        await omar.Toast(await omar.Until("", AnyButton("★ Meet Vera")), "★ Meet Vera");
        Assert.Empty((await room.Grain.Snapshot(me)).Wishes);

        await room.Grain.StartRound(room.Organizer, 0);
        await room.Grain.EndRound(room.Organizer, 1);
        await room.Grain.Ask(vera, "1", to: null, "Who hires?");
        var rest = await omar.Until("", AnyButton("▲ 0 · Who hires?"));
        await omar.Toast(rest, "▲ 0 · Who hires?");
        await omar.Toast(rest, "▲ 0 · Who hires?");
        Assert.Equal(1, Assert.Single((await room.Grain.Snapshot(me)).Questions).Votes);
        await omar.Toast(await omar.Until("", AnyButton("✓ ▲ 1 · Who hires?")), "✓ ▲ 1 · Who hires?");
        Assert.Equal(0, Assert.Single((await room.Grain.Snapshot(me)).Questions).Votes);
    }

    [Fact]
    public async Task What_is_said_to_everybody_is_seen_by_those_who_look_through_the_people()
    {
        var room = await ChatRoom.Open(weave, "Club");
        var omar = await room.Person("Omar");
        var lobby = await room.Enter(omar);
        await room.Guest("Vera");
        await omar.Toast(lobby, "👥 Who is here");
        await omar.Until("Here besides you: 1.");

        await room.Grain.Broadcast(room.Organizer, "1", "We begin at ten past");

        var told = await omar.Until("We begin at ten past");
        Assert.Contains("Here besides you: 1.", told.Text, StringComparison.Ordinal);
    }

    private static Func<Emulator.ChatMessage, bool> AnyButton(string text) => message => message.Buttons.Any(button => button.Text == text);
}
