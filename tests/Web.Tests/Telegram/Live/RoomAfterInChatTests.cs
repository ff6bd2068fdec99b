using Weave.Communities;
using Weave.Contacts;
using Weave.Members;
using Weave.Rooms;
using Weave.Telegram.Emulator;
using Xunit;

namespace Weave.Telegram;

/// <summary>A room that is over, as those look back on it who have nothing but their chat.</summary>
public sealed class RoomAfterInChatTests(BotApp weave) : IClassFixture<BotApp>
{
    private static int _users = 2900;

    [Fact]
    public async Task What_is_left_to_do_after_a_room_is_done_by_buttons()
    {
        var (room, organizer) = await Evening("Founders meet CFOs", ["Omar", "Vera", "Igor"], "en");
        var omar = _people[0];
        await Grain(room).StartRound(organizer, 0);
        await Until(omar, "Round 1 of 1");
        var seats = await Grain(room).Snapshot(await Id(omar));
        var mate = seats.Participants[seats.Tables.Single(table => table.Contains(seats.Me)).Single(number => number != seats.Me)];
        var other = _people.Skip(1).First(user => user.FirstName != mate.Name);
        var others = await NumberOf(room, other);
        await Grain(room).Wish(await Id(omar), others, true);
        await Grain(room).WriteNote(mate.Member, 1, 0, "Lunch on <Friday>");

        await Grain(room).EndRound(organizer, 1);
        var rest = await Until(omar, "A short break.");
        await omar.Toast(rest, $"My contact to {mate.Name}");
        await Until(omar, "A short break.", message => message.Buttons.All(button => button.Text != $"My contact to {mate.Name}"));
        await Grain(room).Close(organizer, 2);

        var over = await Until(omar, "The room is over.");
        Assert.Contains($"You sat with:\n{mate.Name}", over.Text, StringComparison.Ordinal);
        Assert.Contains($"Whom you wanted to meet and did not:\n{other.FirstName} · CFO", over.Text, StringComparison.Ordinal);
        Assert.Contains("Lunch on <Friday>", over.Text, StringComparison.Ordinal);

        // Two taps say how it was.
        var again = await omar.Taps(over, "4");
        Assert.Equal(over.Id, again.Id);
        Assert.Contains("Would you come again?", again.Text, StringComparison.Ordinal);
        var thanked = await omar.Taps(again, "Yes");
        Assert.DoesNotContain("Would you come again?", thanked.Text, StringComparison.Ordinal);
        Assert.Equal((4, true), await Grain(room).After(await Id(omar)) is var said ? (said.Useful, said.Again) : default);

        // Whom they met is kept, whom they missed is asked.
        var kept = await omar.Taps(thanked, $"➕ {mate.Name} to my contacts");
        Assert.DoesNotContain(kept.Buttons, button => button.Text.StartsWith('➕'));
        Assert.Contains((await weave.Grains.GetGrain<IContactBookGrain>(await Id(omar)).List(0, 10)).Items, contact => contact.Name == mate.Name);
        var asked = await omar.Taps(kept, $"🤝 Introduce me to {other.FirstName}");
        Assert.Contains("✓ Asked.", asked.Text, StringComparison.Ordinal);
        var question = await Until(other, "Omar was with you in");
        await other.Taps(question, "Yes, introduce us");
        await Until(omar, $"{other.FirstName} would like to meet you too");

        // Seen again from an older message, it is the same.
        var seen = await omar.Says($"/start {RoomPress.Payload(room)}");
        Assert.Contains("The room is over.", seen.Text, StringComparison.Ordinal);
        Assert.Contains("Thank you.", seen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_left_before_the_end_looks_back_in_Russian_from_an_older_message()
    {
        var (room, organizer) = await Evening("Вечер", ["Омар", "Вера"], "ru");
        var omar = _people[0];
        await Grain(room).StartRound(organizer, 0);
        var table = await Until(omar, "Раунд 1 из 1");
        await Grain(room).EndRound(organizer, 1);
        await omar.Toast(await Until(omar, "Небольшой перерыв."), "Выйти");
        var left = await Until(omar, "Вы вышли.");
        await Grain(room).Close(organizer, 2);

        Assert.Equal("Комната закрыта.", await omar.Toast(left, "Вернуться"));
        var over = await omar.Says($"/start {RoomPress.Payload(room)}");
        Assert.Contains("Комната завершена.", over.Text, StringComparison.Ordinal);
        Assert.Contains("Насколько это было полезно?", over.Text, StringComparison.Ordinal);
        Assert.Contains((await omar.Taps(over, "5")).Buttons, button => button.Text == "Да");

        // A button of a moment that has passed says so.
        Assert.NotEqual(table.Id, over.Id);
        Assert.Equal("Сейчас вы не в этой комнате. Войти можно через /rooms.", await omar.PressData(over, RoomPress.Of(RoomPress.Turn, room, 0).ToString(), TestContext.Current.CancellationToken));
    }

    private readonly List<BotUser> _people = [];

    private IRoomGrain Grain(Guid room) => weave.Grains.GetGrain<IRoomGrain>(room);

    private async Task<Guid> Id(BotUser user) => (await weave.MemberOf(user)).Id;

    private async Task<int> NumberOf(Guid room, BotUser user) => (await Grain(room).Snapshot(await Id(user))).Me;

    /// <summary>A room of pairs and one round, with these people in it from their chats.</summary>
    private async Task<(Guid Room, Guid Organizer)> Evening(string title, string[] names, string language)
    {
        var organizer = await weave.Member("Olga");
        var slug = await weave.Community("Founders", organizer);
        var room = await weave.Grains.GetGrain<ICommunityGrain>(slug).OpenRoom(new RoomPlan { Title = title, StartsAt = DateTimeOffset.UtcNow, TableSize = 2, Rounds = 1 }, organizer);
        if (names.Length % 2 == 1)
            await Grain(room).Join(organizer, connection: null, host: null);
        foreach (var name in names)
        {
            var number = Interlocked.Increment(ref _users);
            var user = weave.Telegram.User(number, name, $"user_{number}", language);
            await user.Joins(slug, language == "ru" ? "Пропустить" : "Skip");
            await weave.Grains.GetGrain<IMemberGrain>(await Id(user)).Change(new ProfileChange { Headline = "CFO" });
            await user.Taps(await user.Taps(await user.Says("/rooms"), title), language == "ru" ? "Участвовать здесь" : "Join here");
            _people.Add(user);
        }
        return (room, organizer);
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
