using Microsoft.AspNetCore.SignalR.Client;
using Weave.Communities;
using Weave.Contacts;
using Weave.Members;
using Weave.Rooms;
using Xunit;

namespace Weave.Telegram;

/// <summary>A live room as those see it who stay in their chat with the bot, beside others who have a browser.</summary>
public sealed class RoomInChatTests(BotApp weave) : IClassFixture<BotApp>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Somebody_with_Telegram_only_goes_through_a_whole_room()
    {
        var room = await ChatRoom.Open(weave, "Founders meet CFOs", plan => plan with { Rounds = 2 });
        var omar = await room.Person("Omar");
        var (visitor, annaId) = await weave.SignedIn("Anna");
        using var annas = visitor;
        await weave.Grains.GetGrain<ICommunityGrain>(room.Slug).Join(annaId);
        await weave.Grains.GetGrain<IMemberGrain>(annaId).Change(new ProfileChange { Interests = ["Fintech", "HR"] });
        await using var anna = RoomClient.For(weave.Url, visitor);
        await anna.Join(room.Id).WaitAsync(Patience, Stop);

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
        await room.Grain.StartRound(room.Organizer, 0);
        var table = await omar.Until("Round 1 of 2");
        Assert.NotEqual(lobby.Id, table.Id);
        await omar.Loses(lobby.Id);
        Assert.Contains("Anna", table.Text, StringComparison.Ordinal);
        Assert.Contains("You both: Fintech", table.Text, StringComparison.Ordinal);
        Assert.Contains("To begin: ", table.Text, StringComparison.Ordinal);

        // What is written goes to the table, and comes back with what others say, in the one message.
        var typed = omar.Send("Hello from the train");
        var said = await omar.Until("Me: Hello from the train");
        Assert.Equal(table.Id, said.Id);
        await omar.Loses(typed.Id);
        Assert.Equal("Hello from the train", (string?)(await anna.Next("messageSaid"))["message"]!["text"]);
        await anna.Hub.InvokeAsync("Say", "1", "Hello Omar", Stop).WaitAsync(Patience, Stop);
        await anna.Hub.InvokeAsync("Say", "2", "Where are you going?", Stop).WaitAsync(Patience, Stop);
        var heard = await omar.Until("Anna: Where are you going?");
        Assert.Equal(table.Id, heard.Id);
        Assert.Contains("Anna: Hello Omar", heard.Text, StringComparison.Ordinal);

        // Contacts both ways.
        await omar.Toast(heard, "My contact to Anna");
        var given = await omar.Until("Round 1", message => message.Buttons.Any(button => button.Text == "✓ Anna has it"));
        Assert.Equal(table.Id, given.Id);
        var omarId = (await weave.MemberOf(omar)).Id;
        Assert.Equal(omarId, Assert.Single((await weave.Grains.GetGrain<IContactBookGrain>(annaId).List(0, 10)).Items).Member);
        await weave.Grains.GetGrain<IMemberGrain>(annaId).SetCard(new ContactCard { Telegram = "anna_iva" });
        await anna.Join(room.Id).WaitAsync(Patience, Stop);
        await anna.Hub.InvokeAsync("ShareContact", number, ContactFields.Telegram, Stop).WaitAsync(Patience, Stop);
        await omar.Until("Round 1", message => message.Entities.Any(entity => entity.Url == "https://t.me/anna_iva"));

        // The break changes the same message; the end tells what is left to do.
        await room.Grain.EndRound(room.Organizer, 1);
        var rest = await omar.Until("A short break.");
        Assert.Equal(table.Id, rest.Id);
        Assert.Contains("You sat with:", rest.Text, StringComparison.Ordinal);
        await omar.Toast(rest, "Leave");
        var left = await omar.Until("You have left.");
        var gone = await anna.Next("presenceChanged");
        Assert.Equal((number, "left"), ((int)gone["number"]!, (string?)gone["presence"]));
        var back = await omar.Taps(left, "Come back");
        Assert.Contains("A short break.", back.Text, StringComparison.Ordinal);
        // That it is over is told by a message of its own again; what comes then is not for the room.
        await room.Grain.Close(room.Organizer, 2);
        var over = await omar.Until("The room is over.");
        Assert.NotEqual(back.Id, over.Id);
        Assert.Contains("I have not asked anything", (await omar.Says("I sell shoes")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Russian_speaker_is_in_the_room_in_Russian_and_talks_to_the_room_without_a_table()
    {
        var room = await ChatRoom.Open(weave, "Founders meet CFOs", plan => plan with { Rounds = 2 });
        await room.OrganizerComesIn();
        var ivan = await room.Person("Ivan", "ru");
        var card = await ivan.Taps(await ivan.Says("/rooms"), "Founders meet CFOs");
        var lobby = await ivan.Taps(card, "Участвовать здесь");
        Assert.Contains("Вы в комнате.", lobby.Text, StringComparison.Ordinal);
        ivan.Send("Привет");
        await ivan.Until("написанное здесь прочитают все в комнате.\nЯ: Привет");

        await room.Grain.CountDown(room.Organizer, 0, RoomPhase.Round);
        Assert.Equal(lobby.Id, (await ivan.Until("Раунд 1 начнётся через несколько секунд.")).Id);
        await room.Grain.StartRound(room.Organizer, 0);

        Assert.Contains(await ivan.Until("Раунд 1 из 2") is var table ? table.Buttons.Select(button => button.Text) : [], text => text == "Выйти");
        await room.Grain.ExtendRound(room.Organizer, 1, TimeSpan.FromMinutes(2));
        Assert.Equal(table.Id, (await ivan.Until("Раунд 1 из 2")).Id);
    }

    [Fact]
    public async Task Who_is_here_is_looked_through_in_the_same_message_until_the_room_moves_on()
    {
        var room = await ChatRoom.Open(weave, "Founders meet CFOs", plan => plan with { Rounds = 2 });
        await room.OrganizerComesIn();
        for (var number = 1; number <= 8; number++)
            await room.Guest($"Guest {number}");
        var omar = await room.Person("Omar");
        var omarId = (await weave.MemberOf(omar)).Id;
        var lobby = await room.Enter(omar);

        await omar.Toast(lobby, "👥 Who is here");
        var people = await omar.Until("Here besides you: 9.");
        Assert.Equal(lobby.Id, people.Id);
        Assert.Contains("Guest 7", people.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Guest 8", people.Text, StringComparison.Ordinal);
        await omar.Toast(people, "More ›");
        var more = await omar.Until("Guest 8");
        await omar.Toast(more, "☆ Meet Guest 8");
        var wished = await omar.Until("Guest 8", message => message.Buttons.Any(button => button.Text == "★ Meet Guest 8"));
        Assert.Equal([8], (await room.Grain.Snapshot(omarId)).Wishes);
        // What cannot be taken back is shown before, and given by a second press.
        await omar.Toast(wished, "My contact to everybody here");
        var before = await omar.Until("Everybody here (9) gets: @user_");
        Assert.Empty((await room.Grain.Snapshot(omarId)).Given);
        await omar.Toast(before, "Rather not");
        await omar.Toast(await omar.Until("Guest 8"), "My contact to everybody here");
        Assert.Equal("Given", await omar.Toast(await omar.Until("Everybody here (9)"), "Give it to all"));
        Assert.Equal(9, (await room.Grain.Snapshot(omarId)).Given.Count);
        await omar.Until("Guest 8", message => message.Buttons.All(button => button.Text != "My contact to everybody here"));
        await omar.Toast(wished, "To the room");
        await omar.Until("You are in.");
        await omar.Toast(lobby, "👥 Who is here");
        await omar.Until("Here besides you: 9.");

        await room.Grain.StartRound(room.Organizer, 0);
        await omar.Until("Round 1 of 2");
        await room.Grain.EndRound(room.Organizer, 1);
        var rest = await omar.Until("A short break.");

        // A question is asked and found important at any time but at a table.
        await room.Grain.Ask(room.Organizer, "1", to: null, "Who hires?");
        await omar.Toast(rest, "❓ Ask a question");
        var asked = await omar.Until("Write your question here");
        await omar.Toast(asked, "▲ 0 · Who hires?");
        await omar.Until("▲ 1 · Who hires?");
    }
}
