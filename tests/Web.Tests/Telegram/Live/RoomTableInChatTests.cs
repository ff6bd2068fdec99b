using Weave.Telegram.Emulator;
using Xunit;

namespace Weave.Telegram;

/// <summary>A table for those who sit at it from their chat: what they write, and what they ask for.</summary>
public sealed class RoomTableInChatTests(BotApp weave) : IClassFixture<BotApp>
{
    [Fact]
    public async Task At_a_table_one_writes_down_asks_for_help_and_for_time_and_hears_what_is_said_to_all()
    {
        var room = await ChatRoom.Open(weave, "Founders meet CFOs", plan => plan with { Rounds = 2 });
        await room.OrganizerComesIn();
        var omar = await room.Person("Omar");
        var omarId = (await weave.MemberOf(omar)).Id;
        await room.Enter(omar);
        await room.Grain.StartRound(room.Organizer, 0);
        var table = await omar.Until("Round 1 of 2");

        // What the table writes down grows by lines; one that comes twice is there once.
        await room.Grain.WriteNote(room.Organizer, 1, 0, "Ask Lena for the deck");
        foreach (var _ in new[] { 1, 2 })
        {
            await omar.Toast(table, "📝 Write down");
            await omar.Until("Write here, in one message, what your table should keep.");
            var typed = omar.Send("Lunch on Friday");
            table = await omar.Until("✓ Written down for the table.");
            await omar.Loses(typed.Id);
        }
        var noted = table;
        Assert.Contains("Notes of the table:\nAsk Lena for the deck\nLunch on Friday", noted.Text, StringComparison.Ordinal);
        Assert.Equal("Ask Lena for the deck\nLunch on Friday", (await room.Grain.Snapshot(room.Organizer)).Talk!.Note);

        var question = noted.Text.Split("To begin: ")[1].Split('\n')[0];
        Assert.Equal("A new question for the table", await omar.Toast(noted, "↻ Another question"));
        await omar.Until("Round 1", message => !message.Text.Contains(question, StringComparison.Ordinal));
        await omar.Toast(noted, "🙋 Ask an organizer to come");
        await omar.Until("The organizers see that you ask for help.");
        await room.Grain.ComeToTable(room.Organizer, 1, coming: true);
        var coming = await omar.Until("Olga is coming.");
        await omar.Toast(coming, "We need no help any more");
        Assert.Empty((await room.Grain.Snapshot(room.Organizer)).Calls);
        await omar.Toast(coming, "⏳ More time");
        await omar.Until("Your table has asked for more time.");
        Assert.Equal([1], (await room.Grain.Snapshot(omarId)).House.Asking);
        await room.Grain.Broadcast(room.Organizer, "1", "Coffee is <ready>");
        await omar.Until("📣 Coffee is <ready>");
    }

    [Fact]
    public async Task Whom_one_sits_with_need_not_be_wished_for()
    {
        var room = await ChatRoom.Open(weave, "Founders meet CFOs");
        await room.OrganizerComesIn();
        var omar = await room.Person("Omar");
        await omar.Toast(await room.Enter(omar), "👥 Who is here");
        await omar.Toast(await omar.Until("Here besides you: 1."), "☆ Meet Olga");

        await room.Grain.StartRound(room.Organizer, 0);

        var table = await omar.Until("Round 1 of 1");
        Assert.Contains(table.Buttons, button => button.Text == "My contact to Olga");
        Assert.DoesNotContain(table.Buttons, button => button.Text.Contains("Meet Olga", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whose_messages_are_paused_sees_that_and_sees_when_they_are_not_any_more()
    {
        var room = await ChatRoom.Open(weave, "Founders meet CFOs");
        await room.OrganizerComesIn();
        var omar = await room.Person("Omar");
        await room.Enter(omar);
        await room.Grain.StartRound(room.Organizer, 0);
        await omar.Until("everybody at your table reads what you write here");

        await room.Grain.Mute(room.Organizer, await room.NumberOf(omar), muted: true);
        var paused = await omar.Until("An organizer has paused your messages for now.");
        Assert.DoesNotContain("reads what you write here", paused.Text, StringComparison.Ordinal);

        await room.Grain.Mute(room.Organizer, await room.NumberOf(omar), muted: false);
        await omar.Until("everybody at your table reads what you write here", message => !message.Text.Contains("paused", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_asked_for_can_be_left_and_what_is_too_long_is_written_again()
    {
        var room = await ChatRoom.Open(weave, "Founders meet CFOs", plan => plan with { Rounds = 2 });
        var (omar, vera) = (await room.Person("Omar"), await room.Person("Vera"));
        foreach (var user in new[] { omar, vera })
            await room.Enter(user);
        await room.Grain.StartRound(room.Organizer, 0);
        var table = await omar.Until("Round 1 of 2");
        await omar.Toast(table, "📝 Write down");
        var asked = await omar.Until("what your table should keep.");
        Assert.Equal("Nothing was sent", await omar.Toast(asked, "Rather not"));
        var left = await omar.Until("Round 1 of 2", message => !message.Text.Contains("should keep", StringComparison.Ordinal));
        Assert.DoesNotContain(left.Buttons, button => button.Text == "Rather not");
        omar.Send("Hello");
        await omar.Until("Me: Hello");

        // Too long to be written down: it stays to be shortened, and the next one is what was asked for.
        await omar.Toast(left, "📝 Write down");
        await omar.Until("what your table should keep.");
        var tooLong = omar.Send(new string('x', 2001));
        await omar.Until("This is too long.");
        omar.Send("Lunch");
        await omar.Until("✓ Written down for the table.");
        Assert.Equal("Lunch", (await room.Grain.Snapshot((await weave.MemberOf(vera)).Id)).Talk!.Note);
        Assert.Contains(omar.Messages, message => message.Id == tooLong.Id);
    }

    [Fact]
    public async Task A_message_Telegram_does_not_take_away_stays_and_the_room_goes_on()
    {
        var room = await ChatRoom.Open(weave, "Founders meet CFOs", plan => plan with { Rounds = 2 });
        await room.OrganizerComesIn();
        var omar = await room.Person("Omar");
        var lobby = await room.Enter(omar);
        await room.Grain.StartRound(room.Organizer, 0);
        var table = await omar.Until("Round 1 of 2");
        await omar.Loses(lobby.Id);

        weave.Telegram.Faults.Next("deleteMessage", Fault.ServerError(400));
        var one = omar.Send("One");
        await omar.Until("Me: One");
        var two = omar.Send("Two");
        Assert.Equal(table.Id, (await omar.Until("Me: Two")).Id);
        await omar.Loses(two.Id);
        Assert.Contains(omar.Messages, message => message.Id == one.Id);
    }

    [Fact]
    public async Task Who_is_left_alone_reads_at_which_table_they_sit_now_and_whoever_sits_there_reads_their_name()
    {
        var room = await ChatRoom.Open(weave, "Founders meet CFOs", plan => plan with { Rounds = 2 });
        var (omar, vera) = (await room.Person("Omar"), await room.Person("Vera"));
        foreach (var user in new[] { omar, vera })
            await room.Enter(user);
        var guests = new Dictionary<int, Guid>();
        foreach (var name in new[] { "Anna", "Boris" })
            guests.Add(guests.Count + 2, await room.Guest(name));
        await room.Grain.Arrange(room.Organizer, 0);
        var next = (await room.Grain.Desk(room.Organizer)).Next;
        // Each of the two chats sits with somebody who has a browser.
        if (next[0].Contains(0) == next[0].Contains(1))
            await room.Grain.Rearrange(room.Organizer, 0, 1, 0, instead: next.Single(table => !table.Contains(1))[0]);
        await room.Grain.StartRound(room.Organizer, 0);
        var tables = (await room.Grain.Snapshot(guests[2])).Tables;
        var mate = tables.Single(table => table.Contains(0)).Single(guests.ContainsKey);
        await omar.Until("Round 1 of 2");
        await vera.Until("Round 1 of 2");

        await room.Grain.Leave(guests[mate]);

        await omar.Until("Vera");
        await vera.Until("Omar");
    }

    [Fact]
    public async Task Who_is_muted_is_not_asked_for_words_and_who_is_taken_out_reads_so()
    {
        var room = await ChatRoom.Open(weave, "Founders meet CFOs", plan => plan with { Rounds = 2 });
        await room.OrganizerComesIn();
        var omar = await room.Person("Omar");
        await room.Enter(omar);
        var number = await room.NumberOf(omar);
        await room.Grain.StartRound(room.Organizer, 0);
        Assert.Contains((await omar.Until("Round 1 of 2")).Buttons, button => button.Text == "📝 Write down");

        await room.Grain.Mute(room.Organizer, number, muted: true);
        Assert.DoesNotContain((await omar.Until("An organizer has paused your messages")).Buttons, button => button.Text == "📝 Write down");

        await room.Grain.TakeOut(room.Organizer, number);
        var text = await omar.Until("An organizer has taken you out of this room.");
        Assert.Empty(text.Buttons);
    }
}
