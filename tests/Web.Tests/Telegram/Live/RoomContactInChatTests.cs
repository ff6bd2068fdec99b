using Weave.Members;
using Weave.Telegram.Emulator;
using Xunit;

namespace Weave.Telegram;

/// <summary>Contacts given from the chat by those who have filled in none: Telegram tells no username of theirs.</summary>
public sealed class RoomContactInChatTests(BotApp weave) : IClassFixture<BotApp>
{
    private const string FillIn = "Fill in my contact";

    [Fact]
    public async Task Who_has_no_contact_to_give_is_shown_where_to_fill_it_in_and_gives_it_as_soon_as_they_have()
    {
        var room = await ChatRoom.Open(weave, "Founders meet CFOs", plan => plan with { TableSize = 4 });
        await room.OrganizerComesIn();
        await room.Guest("Vera");
        var omar = await room.Person(weave.Telegram.User(7001, "Omar"));
        var lobby = await room.Enter(omar);

        await omar.Toast(lobby, "👥 Who is here");
        AssertAsksForContact(await omar.Until("Here besides you: 2."));
        await room.Grain.StartRound(room.Organizer, 0);
        AssertAsksForContact(await omar.Until("Round 1 of 1"));

        await Fill(omar);
        await room.Grain.Say(room.Organizer, "1", "Hello");
        var heard = await omar.Until("Olga: Hello");
        Assert.DoesNotContain(heard.Buttons, button => button.Text == FillIn);
        Assert.Equal("Given", await omar.Toast(heard, "My contact to Olga"));
        await omar.Until("Round 1", message => message.Buttons.Any(button => button.Text == "✓ Olga has it"));
        Assert.Equal("+7 900 000-00-00", Assert.Single((await room.Grain.Snapshot(room.Organizer)).Received).Card.Phone);
    }

    [Fact]
    public async Task In_the_break_and_after_the_room_it_is_the_same()
    {
        var room = await ChatRoom.Open(weave, "Founders meet CFOs");
        await room.OrganizerComesIn();
        var omar = await room.Person(weave.Telegram.User(7002, "Omar"));
        await room.Enter(omar);
        await room.Grain.StartRound(room.Organizer, 0);
        await room.Grain.EndRound(room.Organizer, 1);

        AssertAsksForContact(await omar.Until("A short break."));
        await room.Grain.Close(room.Organizer, 2);
        AssertAsksForContact(await omar.Until("The room is over."));

        await Fill(omar);
        var over = await omar.Says($"/start {RoomPress.Payload(room.Id)}");
        var given = await omar.Taps(over, "My contact to Olga");
        Assert.DoesNotContain(given.Buttons, button => button.Text is FillIn or "My contact to Olga");
        Assert.NotNull(Assert.Single((await room.Grain.After(room.Organizer)).Met).Received);
    }

    private async Task Fill(BotUser user) =>
        await weave.Grains.GetGrain<IMemberGrain>((await weave.MemberOf(user)).Id).SetCard(new ContactCard { Phone = "+7 900 000-00-00" });

    private static void AssertAsksForContact(ChatMessage message)
    {
        Assert.DoesNotContain(message.Buttons, button => button.Text.StartsWith("My contact to", StringComparison.Ordinal));
        var button = Assert.Single(message.Buttons, button => button.Text == FillIn);
        Assert.Contains(Uri.EscapeDataString("/me/settings"), button.Url, StringComparison.Ordinal);
    }
}
