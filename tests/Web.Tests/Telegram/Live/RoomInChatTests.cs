using Microsoft.AspNetCore.SignalR.Client;
using Weave.Communities;
using Weave.Contacts;
using Weave.Members;
using Weave.Rooms;
using Weave.Telegram.Emulator;
using Xunit;

namespace Weave.Telegram;

/// <summary>A live room as those see it who stay in their chat with the bot, beside others who have a browser.</summary>
public sealed class RoomInChatTests(BotApp weave) : IClassFixture<BotApp>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static int _users = 900;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Somebody_with_Telegram_only_goes_through_a_whole_room()
    {
        var (room, organizer, slug) = await Open();
        var omar = await Person("Omar", slug);
        var (visitor, annaId) = await weave.SignedIn("Anna");
        using var annas = visitor;
        await weave.Grains.GetGrain<ICommunityGrain>(slug).Join(annaId);
        await weave.Grains.GetGrain<IMemberGrain>(annaId).Change(new ProfileChange { Interests = ["Fintech", "HR"] });
        await using var anna = RoomClient.For(weave.Url, visitor);
        await anna.Join(room).WaitAsync(Patience, Stop);

        // In, from the list.
        var list = await omar.Says("/rooms");
        var card = await omar.Taps(list, "Founders meet CFOs");
        Assert.Contains(card.Buttons, button => button.Text == "Open in Weave" && button.IsApp);
        var lobby = await omar.Taps(card, "Join here");
        Assert.Equal(card.Id, lobby.Id);
        Assert.Contains("You are in. It has not begun yet.", lobby.Text, StringComparison.Ordinal);
        // Anna may hear of herself first.
        var joined = (await anna.Next("participantJoined"))["participant"]!;
        if ((string?)joined["name"] == "Anna")
            joined = (await anna.Next("participantJoined"))["participant"]!;
        Assert.Equal(("Omar", true), ((string?)joined["name"], (bool)joined["inChat"]!));
        var number = (int)joined["number"]!;

        // A round begins with a message of its own, which rings.
        await Grain(room).StartRound(organizer, 0);
        var table = await Until(omar, "Round 1 of 2");
        Assert.NotEqual(lobby.Id, table.Id);
        await omar.Loses(lobby.Id);
        Assert.Contains("Anna", table.Text, StringComparison.Ordinal);
        Assert.Contains("You both: Fintech", table.Text, StringComparison.Ordinal);
        Assert.Contains("To begin: ", table.Text, StringComparison.Ordinal);

        // What is written goes to the table, and comes back with what others say, in the one message.
        var typed = omar.Send("Hello from the train");
        var said = await Until(omar, "Me: Hello from the train");
        Assert.Equal(table.Id, said.Id);
        await omar.Loses(typed.Id);
        Assert.Equal("Hello from the train", (string?)(await anna.Next("messageSaid"))["message"]!["text"]);
        await anna.Hub.InvokeAsync("Say", "1", "Hello Omar", Stop).WaitAsync(Patience, Stop);
        await anna.Hub.InvokeAsync("Say", "2", "Where are you going?", Stop).WaitAsync(Patience, Stop);
        var heard = await Until(omar, "Anna: Where are you going?");
        Assert.Equal(table.Id, heard.Id);
        Assert.Contains("Anna: Hello Omar", heard.Text, StringComparison.Ordinal);

        // Contacts both ways.
        await omar.Toast(heard, "My contact to Anna");
        var given = await Until(omar, "Round 1", message => message.Buttons.Any(button => button.Text == "✓ Anna has it"));
        Assert.Equal(table.Id, given.Id);
        var omarId = (await weave.MemberOf(omar)).Id;
        Assert.Equal(omarId, Assert.Single((await weave.Grains.GetGrain<IContactBookGrain>(annaId).List(0, 10)).Items).Member);
        await weave.Grains.GetGrain<IMemberGrain>(annaId).SetCard(new ContactCard { Telegram = "anna_iva" });
        await anna.Join(room).WaitAsync(Patience, Stop);
        await anna.Hub.InvokeAsync("ShareContact", number, ContactFields.Telegram, Stop).WaitAsync(Patience, Stop);
        await Until(omar, "Round 1", message => message.Entities.Any(entity => entity.Url == "https://t.me/anna_iva"));

        // The break changes the same message; the end tells what is left to do.
        await Grain(room).EndRound(organizer, 1);
        var rest = await Until(omar, "A short break.");
        Assert.Equal(table.Id, rest.Id);
        Assert.Contains("You sat with:", rest.Text, StringComparison.Ordinal);
        await omar.Toast(rest, "Leave");
        var left = await Until(omar, "You have left.");
        var gone = await anna.Next("presenceChanged");
        Assert.Equal((number, "left"), ((int)gone["number"]!, (string?)gone["presence"]));
        var back = await omar.Taps(left, "Come back");
        Assert.Contains("A short break.", back.Text, StringComparison.Ordinal);
        // That it is over is told by a message of its own again; what comes then is not for the room.
        await Grain(room).Close(organizer, 2);
        var over = await Until(omar, "The room is over.");
        Assert.NotEqual(back.Id, over.Id);
        Assert.Contains("I have not asked anything", (await omar.Says("I sell shoes")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_stage_and_the_open_floor_are_taken_part_in_by_buttons()
    {
        var (room, organizer, slug) = await Open(new RoomPlan
        {
            Title = "Club",
            StartsAt = DateTimeOffset.UtcNow,
            TableSize = 2,
            Rounds = 1,
            SpeakerTime = TimeSpan.FromSeconds(120),
            FloorTime = TimeSpan.FromMinutes(20),
        });
        await Grain(room).Join(organizer, connection: null, host: null);
        var omar = await Person("Omar", slug);
        await omar.Taps(await omar.Taps(await omar.Says("/rooms"), "Club"), "Join here");

        // One of the two is on the stage; Omar wishes to meet the other, claps, and ends his own time.
        await Grain(room).Introduce(organizer, 0);
        var stage = await Until(omar, "Introductions:");
        if (stage.Text.Contains("It is your turn", StringComparison.Ordinal))
        {
            await omar.Toast(stage, "Done, next ▸");
            stage = await Until(omar, "Introductions:", message => !message.Text.Contains("It is your turn", StringComparison.Ordinal));
        }

        Assert.Equal("Thank you", await omar.Toast(stage, "👏"));
        await omar.Toast(stage, "☆ Meet Olga");
        await Until(omar, "Introductions:", message => message.Buttons.Any(button => button.Text == "★ Meet Olga"));
        await omar.Toast(stage, "❓ Ask a question");
        var asking = await Until(omar, "Write your question here");
        var typed = omar.Send("What did you sell first?");
        var done = await Until(omar, "✓ You asked: “What did you sell first?”");
        Assert.Equal((stage.Id, stage.Id), (asking.Id, done.Id));
        await omar.Loses(typed.Id);
        var look = await Grain(room).Snapshot(organizer);
        Assert.Equal(("What did you sell first?", 0), Assert.Single(look.Questions) is var asked ? (asked.Text, asked.To) : default);
        Assert.Equal([0], (await Grain(room).Snapshot((await weave.MemberOf(omar)).Id)).Wishes);

        // The open floor: a hand, and somebody else's question that matters.
        var step = look.Step;
        if (look.Phase == RoomPhase.Introductions)
            await Grain(room).EndRound(organizer, step++);
        await Grain(room).OpenFloor(organizer, step);
        await Grain(room).Ask(organizer, "1", to: null, "Who hires?");
        var floor = await Until(omar, "Open floor:");
        await omar.Toast(floor, "✋ Raise my hand");
        var mine = await Until(omar, "You have the floor.", message => message.Id != floor.Id);
        Assert.Contains("▲ 0 · Who hires?", mine.Text, StringComparison.Ordinal);
        await omar.Toast(mine, "▲ 0 · Who hires?");
        await Until(omar, "▲ 1 · Who hires?");
        await omar.Toast(mine, "Done, next ▸");
        await Until(omar, "The floor is free.");
    }

    [Fact]
    public async Task At_a_table_one_writes_down_asks_for_help_and_for_time_and_hears_what_is_said_to_all()
    {
        var (room, organizer, slug) = await Open();
        await Grain(room).Join(organizer, connection: null, host: null);
        var omar = await Person("Omar", slug);
        var omarId = (await weave.MemberOf(omar)).Id;
        await omar.Taps(await omar.Taps(await omar.Says("/rooms"), "Founders meet CFOs"), "Join here");
        await Grain(room).StartRound(organizer, 0);
        var table = await Until(omar, "Round 1 of 2");

        // What the table writes down grows by lines; one that comes twice is there once.
        await Grain(room).WriteNote(organizer, 1, 0, "Ask Lena for the deck");
        foreach (var _ in new[] { 1, 2 })
        {
            await omar.Toast(table, "📝 Write down");
            await Until(omar, "Write here, in one message, what your table should keep.");
            var typed = omar.Send("Lunch on Friday");
            table = await Until(omar, "✓ Written down for the table.");
            await omar.Loses(typed.Id);
        }
        var noted = table;
        Assert.Contains("Notes of the table:\nAsk Lena for the deck\nLunch on Friday", noted.Text, StringComparison.Ordinal);
        Assert.Equal("Ask Lena for the deck\nLunch on Friday", (await Grain(room).Snapshot(organizer)).Talk!.Note);

        var question = noted.Text.Split("To begin: ")[1].Split('\n')[0];
        Assert.Equal("A new question for the table", await omar.Toast(noted, "↻ Another question"));
        await Until(omar, "Round 1", message => !message.Text.Contains(question, StringComparison.Ordinal));
        await omar.Toast(noted, "🙋 Ask an organizer to come");
        await Until(omar, "The organizers see that you ask for help.");
        await Grain(room).ComeToTable(organizer, 1, coming: true);
        var coming = await Until(omar, "Olga is coming.");
        await omar.Toast(coming, "We need no help any more");
        Assert.Empty((await Grain(room).Snapshot(organizer)).Calls);
        await omar.Toast(coming, "⏳ More time");
        await Until(omar, "Your table has asked for more time.");
        Assert.Equal([1], (await Grain(room).Snapshot(omarId)).House.Asking);
        await Grain(room).Broadcast(organizer, "1", "Coffee is <ready>");
        await Until(omar, "📣 Coffee is <ready>");
    }

    [Fact]
    public async Task A_word_to_the_one_on_the_stage_reaches_them_alone_from_chat_to_chat()
    {
        var (room, organizer, slug) = await Open(new RoomPlan { Title = "Club", StartsAt = DateTimeOffset.UtcNow, TableSize = 2, Rounds = 1, SpeakerTime = TimeSpan.FromSeconds(120) });
        var (omar, vera) = (await Person("Omar", slug), await Person("Vera", slug));
        foreach (var user in new[] { omar, vera })
            await user.Taps(await user.Taps(await user.Says("/rooms"), "Club"), "Join here");
        await Grain(room).Introduce(organizer, 0);
        var (omars, veras) = (await Until(omar, "Introductions:"), await Until(vera, "Introductions:"));
        var (speaker, listener, stage) = omars.Text.Contains("It is your turn", StringComparison.Ordinal) ? (omar, vera, veras) : (vera, omar, omars);

        await listener.Toast(stage, "✉️ Write to them alone");
        var name = speaker == omar ? "Omar" : "Vera";
        await Until(listener, $"Write to {name} here, in one message.");
        var typed = listener.Send("I know somebody for you");
        var done = await Until(listener, $"✓ To {name} alone: “I know somebody for you”");
        await listener.Loses(typed.Id);
        Assert.Equal(stage.Id, done.Id);

        var heard = await Until(speaker, "I know somebody for you");
        Assert.Contains("It is your turn", heard.Text, StringComparison.Ordinal);
        Assert.Contains($"✉️ {(listener == omar ? "Omar" : "Vera")}: I know somebody for you", heard.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_asked_for_can_be_left_and_what_is_too_long_is_written_again()
    {
        var (room, organizer, slug) = await Open();
        var (omar, vera) = (await Person("Omar", slug), await Person("Vera", slug));
        foreach (var user in new[] { omar, vera })
            await user.Taps(await user.Taps(await user.Says("/rooms"), "Founders meet CFOs"), "Join here");
        await Grain(room).StartRound(organizer, 0);
        var table = await Until(omar, "Round 1 of 2");
        await omar.Toast(table, "📝 Write down");
        var asked = await Until(omar, "what your table should keep.");
        Assert.Equal("Nothing was sent", await omar.Toast(asked, "Rather not"));
        var left = await Until(omar, "Round 1 of 2", message => !message.Text.Contains("should keep", StringComparison.Ordinal));
        Assert.DoesNotContain(left.Buttons, button => button.Text == "Rather not");
        omar.Send("Hello");
        await Until(omar, "Me: Hello");

        // Too long to be written down: it stays to be shortened, and the next one is what was asked for.
        await omar.Toast(left, "📝 Write down");
        await Until(omar, "what your table should keep.");
        var tooLong = omar.Send(new string('x', 2001));
        await Until(omar, "This is too long.");
        omar.Send("Lunch");
        await Until(omar, "✓ Written down for the table.");
        Assert.Equal("Lunch", (await Grain(room).Snapshot((await weave.MemberOf(vera)).Id)).Talk!.Note);
        Assert.Contains(omar.Messages, message => message.Id == tooLong.Id);
    }

    [Fact]
    public async Task Who_is_here_is_looked_through_in_the_same_message_until_the_room_moves_on()
    {
        var (room, organizer, slug) = await Open();
        await Grain(room).Join(organizer, connection: null, host: null);
        for (var i = 1; i <= 8; i++)
        {
            var guest = await weave.Member($"Guest {i}");
            await weave.Grains.GetGrain<ICommunityGrain>(slug).Join(guest);
            await Grain(room).Join(guest, connection: null, host: null);
        }
        var omar = await Person("Omar", slug);
        var omarId = (await weave.MemberOf(omar)).Id;
        var lobby = await omar.Taps(await omar.Taps(await omar.Says("/rooms"), "Founders meet CFOs"), "Join here");

        await omar.Toast(lobby, "👥 Who is here");
        var people = await Until(omar, "Here besides you: 9.");
        Assert.Equal(lobby.Id, people.Id);
        Assert.Contains("Guest 7", people.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Guest 8", people.Text, StringComparison.Ordinal);
        await omar.Toast(people, "More ›");
        var more = await Until(omar, "Guest 8");
        await omar.Toast(more, "☆ Meet Guest 8");
        var wished = await Until(omar, "Guest 8", message => message.Buttons.Any(button => button.Text == "★ Meet Guest 8"));
        Assert.Equal([8], (await Grain(room).Snapshot(omarId)).Wishes);
        // What cannot be taken back is shown before, and given by a second press.
        await omar.Toast(wished, "My contact to everybody here");
        var before = await Until(omar, "Everybody here (9) gets: @omar_");
        Assert.Empty((await Grain(room).Snapshot(omarId)).Given);
        await omar.Toast(before, "Rather not");
        await omar.Toast(await Until(omar, "Guest 8"), "My contact to everybody here");
        Assert.Equal("Given", await omar.Toast(await Until(omar, "Everybody here (9)"), "Give it to all"));
        Assert.Equal(9, (await Grain(room).Snapshot(omarId)).Given.Count);
        await Until(omar, "Guest 8", message => message.Buttons.All(button => button.Text != "My contact to everybody here"));
        await omar.Toast(wished, "To the room");
        await Until(omar, "You are in.");
        await omar.Toast(lobby, "👥 Who is here");
        await Until(omar, "Here besides you: 9.");

        await Grain(room).StartRound(organizer, 0);
        await Until(omar, "Round 1 of 2");
        await Grain(room).EndRound(organizer, 1);
        var rest = await Until(omar, "A short break.");

        // A question is asked and found important at any time but at a table.
        await Grain(room).Ask(organizer, "1", to: null, "Who hires?");
        await omar.Toast(rest, "❓ Ask a question");
        var asked = await Until(omar, "Write your question here");
        await omar.Toast(asked, "▲ 0 · Who hires?");
        await Until(omar, "▲ 1 · Who hires?");
    }

    [Fact]
    public async Task Whose_turn_it_is_hears_it_by_a_message_of_their_own_and_only_the_latest_message_of_the_room_stays()
    {
        var (room, organizer, slug) = await Open(new RoomPlan { Title = "Club", StartsAt = DateTimeOffset.UtcNow, TableSize = 2, Rounds = 1, SpeakerTime = TimeSpan.FromSeconds(120) });
        var (omar, vera) = (await Person("Omar", slug), await Person("Vera", slug));
        foreach (var user in new[] { omar, vera })
            await user.Taps(await user.Taps(await user.Says("/rooms"), "Club"), "Join here");
        await Grain(room).Introduce(organizer, 0);
        var (omars, veras) = (await Until(omar, "Introductions:"), await Until(vera, "Introductions:"));
        var (listener, waiting) = omars.Text.Contains("It is your turn", StringComparison.Ordinal) ? (vera, veras) : (omar, omars);

        await Grain(room).NextSpeaker(organizer, 1);

        var turn = await Until(listener, "It is your turn");
        Assert.NotEqual(waiting.Id, turn.Id);
        await listener.Loses(waiting.Id);
    }

    [Fact]
    public async Task A_message_Telegram_does_not_take_away_stays_and_the_room_goes_on()
    {
        var (room, organizer, slug) = await Open();
        await Grain(room).Join(organizer, connection: null, host: null);
        var omar = await Person("Omar", slug);
        var lobby = await omar.Taps(await omar.Taps(await omar.Says("/rooms"), "Founders meet CFOs"), "Join here");
        await Grain(room).StartRound(organizer, 0);
        var table = await Until(omar, "Round 1 of 2");
        await omar.Loses(lobby.Id);

        weave.Telegram.Faults.Next("deleteMessage", Fault.ServerError(400));
        var one = omar.Send("One");
        await Until(omar, "Me: One");
        var two = omar.Send("Two");
        Assert.Equal(table.Id, (await Until(omar, "Me: Two")).Id);
        await omar.Loses(two.Id);
        Assert.Contains(omar.Messages, message => message.Id == one.Id);
    }

    [Fact]
    public async Task A_Russian_speaker_is_in_the_room_in_Russian_and_what_is_written_outside_of_a_table_says_so()
    {
        var (room, organizer, slug) = await Open();
        await Grain(room).Join(organizer, connection: null, host: null);
        var ivan = await Person("Ivan", slug, "ru");
        var card = await ivan.Taps(await ivan.Says("/rooms"), "Founders meet CFOs");
        var lobby = await ivan.Taps(card, "Участвовать здесь");
        Assert.Contains("Вы в комнате.", lobby.Text, StringComparison.Ordinal);
        Assert.Contains("Сейчас вы не за столом", (await ivan.Says("Привет")).Text, StringComparison.Ordinal);

        await Grain(room).StartRound(organizer, 0);

        Assert.Contains(await Until(ivan, "Раунд 1 из 2") is var table ? table.Buttons.Select(button => button.Text) : [], text => text == "Выйти");
        await Grain(room).ExtendRound(organizer, 1, TimeSpan.FromMinutes(2));
        Assert.Equal(table.Id, (await Until(ivan, "Раунд 1 из 2")).Id);
    }

    private IRoomGrain Grain(Guid room) => weave.Grains.GetGrain<IRoomGrain>(room);

    private async Task<(Guid Room, Guid Organizer, string Slug)> Open(RoomPlan? plan = null)
    {
        var organizer = await weave.Member("Olga");
        var slug = await weave.Community("Founders", organizer);
        var room = await weave.Grains.GetGrain<ICommunityGrain>(slug).OpenRoom(
            plan ?? new RoomPlan { Title = "Founders meet CFOs", StartsAt = DateTimeOffset.UtcNow, TableSize = 2, Rounds = 2 }, organizer);
        return (room, organizer, slug);
    }

    private async Task<BotUser> Person(string name, string slug, string? language = null)
    {
        var id = Interlocked.Increment(ref _users);
        var user = weave.Telegram.User(id, name, $"{name.ToLowerInvariant()}_{id}", language);
        await user.Joins(slug, language == "ru" ? "Пропустить" : "Skip");
        user.Unread();
        await weave.Grains.GetGrain<IMemberGrain>((await weave.MemberOf(user)).Id).Change(new ProfileChange { Headline = "CFO", Interests = ["fintech", "chess"] });
        return user;
    }

    private static async Task<ChatMessage> Until(BotUser user, string text, Func<ChatMessage, bool>? so = null)
    {
        while (true)
        {
            var message = await user.Reads();
            if (message.Text.Contains(text, StringComparison.Ordinal) && so?.Invoke(message) != false)
                return message;
        }
    }
}
