using Xunit;

namespace Weave.Telegram;

/// <summary>What the menu of commands offers, and that each is answered.</summary>
public sealed class CommandTests(BotApp weave) : IClassFixture<BotApp>
{
    [Fact]
    public async Task The_menu_speaks_the_language_of_the_app()
    {
        var anna = weave.Telegram.User(961, "Anna", language: "en");
        var boris = weave.Telegram.User(962, "Борис", language: "ru");
        await anna.Says("/start");

        Assert.Equal(anna.Commands.Keys, boris.Commands.Keys);
        Assert.All((string[])["me", "rounds", "pause", "contacts", "language", "export", "forget", "help"], command => Assert.True(anna.Commands.ContainsKey(command), command));
        Assert.Equal(("Erase my account", "Удалить мой аккаунт"), (anna.Commands["forget"], boris.Commands["forget"]));
    }

    [Fact]
    public async Task Every_command_of_the_menu_is_answered()
    {
        var clara = weave.Telegram.User(963, "Clara");
        await clara.Joins();

        foreach (var command in clara.Commands.Keys)
        {
            var answer = await clara.Says($"/{command}");
            Assert.DoesNotContain("do not know this command", answer.Text, StringComparison.Ordinal);
            Assert.NotEqual("", answer.Text);
        }
    }

    [Fact]
    public async Task Contacts_are_shown_a_few_at_a_time_and_turned_in_place()
    {
        var dana = weave.Telegram.User(964, "Dana");
        await dana.Joins();
        Assert.Contains("Nobody is in your contacts yet", (await dana.Says("/contacts")).Text, StringComparison.Ordinal);
        var book = weave.Grains.GetGrain<Contacts.IContactBookGrain>((await weave.MemberOf(dana)).Id);
        for (var i = 0; i < 7; i++)
            await book.Receive(new Contacts.Contact
            {
                Member = Guid.CreateVersion7(),
                Name = $"Person <{i}>",
                Card = new Members.ContactCard { Telegram = $"person_{i}", Email = $"p{i}@example.org" },
                Source = "room:1",
                Occasion = "Evening & more",
                At = DateTimeOffset.UtcNow.AddMinutes(i),
            });

        var first = await dana.Says("/contacts");
        Assert.Contains("Person <6>", first.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Person <1>", first.Text, StringComparison.Ordinal);
        var second = await dana.Taps(first, "More ›");
        Assert.Equal(first.Id, second.Id);
        Assert.Contains("Person <0>\np0@example.org\nEvening & more", second.Text, StringComparison.Ordinal);
    }
}
