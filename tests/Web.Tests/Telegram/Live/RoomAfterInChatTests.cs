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
    [Fact]
    public async Task What_is_left_to_do_after_a_room_is_done_by_buttons()
    {
        var (room, people) = await Evening("Founders meet CFOs", ["Omar", "Vera", "Igor"], "en");
        var omar = people[0];
        await room.Grain.StartRound(room.Organizer, 0);
        await omar.Until("Round 1 of 1");
        var seats = await room.Grain.Snapshot(await room.IdOf(omar));
        var mate = seats.Participants[seats.Tables.Single(table => table.Contains(seats.Me)).Single(number => number != seats.Me)];
        var other = people.Skip(1).First(user => user.FirstName != mate.Name);
        var others = (await room.Grain.Snapshot(await room.IdOf(other))).Me;
        await room.Grain.Wish(await room.IdOf(omar), others, true);
        await room.Grain.WriteNote(mate.Member, 1, 0, "Lunch on <Friday>");

        await room.Grain.EndRound(room.Organizer, 1);
        var rest = await omar.Until("A short break.");
        await omar.Toast(rest, $"My contact to {mate.Name}");
        await omar.Until("A short break.", message => message.Buttons.All(button => button.Text != $"My contact to {mate.Name}"));
        await room.Grain.Close(room.Organizer, 2);

        var over = await omar.Until("The room is over.");
        Assert.Contains($"You sat with:\n{mate.Name}", over.Text, StringComparison.Ordinal);
        Assert.Contains($"Whom you wanted to meet and did not:\n{other.FirstName} · CFO", over.Text, StringComparison.Ordinal);
        Assert.Contains("Lunch on <Friday>", over.Text, StringComparison.Ordinal);

        // Two taps say how it was.
        var again = await omar.Taps(over, "4");
        Assert.Equal(over.Id, again.Id);
        Assert.Contains("Would you come again?", again.Text, StringComparison.Ordinal);
        var thanked = await omar.Taps(again, "Yes");
        Assert.DoesNotContain("Would you come again?", thanked.Text, StringComparison.Ordinal);
        Assert.Equal((4, true), await room.Grain.After(await room.IdOf(omar)) is var said ? (said.Useful, said.Again) : default);

        // Whom they met is kept, whom they missed is asked.
        var kept = await omar.Taps(thanked, $"➕ {mate.Name} to my contacts");
        Assert.DoesNotContain(kept.Buttons, button => button.Text.StartsWith('➕'));
        Assert.Contains((await weave.Grains.GetGrain<IContactBookGrain>(await room.IdOf(omar)).List(0, 10)).Items, contact => contact.Name == mate.Name);
        var asked = await omar.Taps(kept, $"🤝 Introduce me to {other.FirstName}");
        Assert.Contains("✓ Asked.", asked.Text, StringComparison.Ordinal);
        var question = await other.Until("Omar was with you in");
        await other.Taps(question, "Yes, introduce us");
        await omar.Until($"{other.FirstName} would like to meet you too");

        // Seen again from an older message, it is the same.
        var seen = await omar.Says($"/start {RoomPress.Payload(room.Id)}");
        Assert.Contains("The room is over.", seen.Text, StringComparison.Ordinal);
        Assert.Contains("Thank you.", seen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_left_before_the_end_looks_back_in_Russian_from_an_older_message()
    {
        var (room, people) = await Evening("Вечер", ["Омар", "Вера"], "ru");
        var omar = people[0];
        await room.Grain.StartRound(room.Organizer, 0);
        var table = await omar.Until("Раунд 1 из 1");
        await room.Grain.EndRound(room.Organizer, 1);
        await omar.Toast(await omar.Until("Небольшой перерыв."), "Выйти");
        var left = await omar.Until("Вы вышли.");
        await room.Grain.Close(room.Organizer, 2);

        Assert.Equal("Комната закрыта.", await omar.Toast(left, "Вернуться"));
        var over = await omar.Says($"/start {RoomPress.Payload(room.Id)}");
        Assert.Contains("Комната завершена.", over.Text, StringComparison.Ordinal);
        Assert.Contains("Насколько это было полезно?", over.Text, StringComparison.Ordinal);
        Assert.Contains((await omar.Taps(over, "5")).Buttons, button => button.Text == "Да");

        // A button of a moment that has passed says so.
        Assert.NotEqual(table.Id, over.Id);
        Assert.Equal("Сейчас вы не в этой комнате. Войти можно через /rooms.", await omar.PressData(over, RoomPress.Of(RoomPress.Turn, room.Id, 0).ToString(), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Of_many_people_those_come_up_with_whom_something_is_left_to_do()
    {
        var room = await ChatRoom.Open(weave, new RoomPlan { Title = "Club", StartsAt = DateTimeOffset.UtcNow, TableSize = 4, Rounds = 3 });
        await room.OrganizerComesIn();
        await room.GuestsComeIn(14);
        var omar = await room.Person("Omar");
        await room.ComesIn(omar);
        for (var step = 0; step < 6; step += 2)
        {
            await room.Grain.StartRound(room.Organizer, step);
            await room.Grain.EndRound(room.Organizer, step + 1);
        }
        await room.Grain.Close(room.Organizer, 6);
        Assert.Equal(9, (await room.Grain.After(await room.IdOf(omar))).Met.Count);

        var over = await omar.Until("The room is over.");
        string[] Kept(ChatMessage message) => [.. message.Buttons.Select(button => button.Text).Where(text => text.StartsWith('➕'))];
        var first = Kept(over);
        Assert.Equal(8, first.Length);
        foreach (var button in over.Rows.Single(row => row[0].Text == first[0]).Select(button => button.Text))
            over = await omar.Taps(over, button);

        Assert.Equal(8, Kept(over).Length);
        Assert.Equal(first[1..], Kept(over)[..^1]);
    }

    /// <summary>A room of pairs and one round, with these people in it from their chats, and the organizer where somebody would sit alone.</summary>
    private async Task<(ChatRoom Room, BotUser[] People)> Evening(string title, string[] names, string language)
    {
        var room = await ChatRoom.Open(weave, new RoomPlan { Title = title, StartsAt = DateTimeOffset.UtcNow, TableSize = 2, Rounds = 1 });
        if (names.Length % 2 == 1)
            await room.OrganizerComesIn();
        var people = new List<BotUser>();
        foreach (var name in names)
        {
            people.Add(await room.Person(name, language));
            await room.ComesIn(people[^1]);
        }
        return (room, [.. people]);
    }
}
