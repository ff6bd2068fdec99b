using Weave.Contacts;
using Weave.Members;
using Weave.Telegram.Emulator;
using Xunit;

namespace Weave.Telegram;

/// <summary>A room that is over, as those look back on it who have nothing but their chat.</summary>
public sealed class RoomAfterInChatTests(BotApp weave) : IClassFixture<BotApp>
{
    [Fact]
    public async Task What_is_left_to_do_after_a_room_is_done_by_buttons()
    {
        var room = await ChatRoom.Open(weave, "Founders meet CFOs");
        await room.OrganizerComesIn();
        BotUser[] people = [await room.Person("Omar"), await room.Person("Vera"), await room.Person("Igor")];
        foreach (var user in people)
            await room.Enter(user);
        var omar = people[0];
        await room.Grain.StartRound(room.Organizer, 0);
        await omar.Until("Round 1 of 1");
        var seats = await room.Grain.Snapshot(await room.MemberOf(omar));
        var mate = seats.Participants[seats.Tables.Single(table => table.Contains(seats.Me)).Single(number => number != seats.Me)];
        var other = people.Skip(1).First(user => user.FirstName != mate.Name);
        var others = await room.NumberOf(other);
        await room.Grain.Wish(await room.MemberOf(omar), others, true);
        await room.Grain.WriteNote(mate.Member, 1, 0, "Lunch on <Friday>");

        await room.Grain.EndRound(room.Organizer, 1);
        var rest = await omar.Until("A short break.");
        await omar.Toast(rest, $"My contact to {mate.Name}");
        await omar.Until("A short break.", message => message.Buttons.All(button => button.Text != $"My contact to {mate.Name}"));
        await room.Grain.Close(room.Organizer, 2);

        var over = await omar.Until("The room is over.");
        Assert.Contains($"Whom you met:\n{mate.Name}", over.Text, StringComparison.Ordinal);
        Assert.Contains($"Whom you wanted to meet and did not:\n{other.FirstName} · CFO", over.Text, StringComparison.Ordinal);
        Assert.Contains("Lunch on <Friday>", over.Text, StringComparison.Ordinal);

        // Two taps say how it was.
        var again = await omar.Taps(over, "4");
        Assert.Equal(over.Id, again.Id);
        Assert.Contains("Would you come again?", again.Text, StringComparison.Ordinal);
        var thanked = await omar.Taps(again, "Yes");
        Assert.DoesNotContain("Would you come again?", thanked.Text, StringComparison.Ordinal);
        Assert.Equal((4, true), await room.Grain.After(await room.MemberOf(omar)) is var said ? (said.Useful, said.Again) : default);

        // Whom they met is kept, whom they missed is asked.
        var kept = await omar.Taps(thanked, $"➕ {mate.Name} to my contacts");
        Assert.DoesNotContain(kept.Buttons, button => button.Text.StartsWith('➕'));
        Assert.Contains((await weave.Grains.GetGrain<IContactBookGrain>(await room.MemberOf(omar)).List(0, 10)).Items, contact => contact.Name == mate.Name);
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
        var room = await ChatRoom.Open(weave, "Вечер");
        var omar = await room.Person("Омар", "ru");
        await room.Enter(omar);
        await room.Guest("Вера");
        await room.Grain.StartRound(room.Organizer, 0);
        await omar.Until("Раунд 1 из 1");
        await room.Grain.EndRound(room.Organizer, 1);
        await omar.Toast(await omar.Until("Небольшой перерыв."), "Выйти");
        var left = await omar.Until("Вы вышли.");
        await room.Grain.Close(room.Organizer, 2);

        // The way back in is over, and so is what the table offered: both lead to what is left to do.
        Assert.Equal("Комната завершена.", await omar.Toast(left, "Вернуться"));
        var over = await omar.Until("Насколько это было полезно?");
        Assert.Equal(left.Id, over.Id);
        Assert.Contains((await omar.Taps(over, "5")).Buttons, button => button.Text == "Да");
        Assert.Equal("Комната завершена.", await omar.PressData(over, RoomPress.Of(RoomPress.Turn, room.Id, 0).ToString(), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Everybody_met_has_a_turn_at_the_buttons_and_what_has_no_room_is_counted()
    {
        var room = await ChatRoom.Open(weave, "Large tables", plan => plan with { TableSize = 6, Rounds = 3 });
        var omar = await room.Person("Omar");
        await room.Enter(omar);
        for (var number = 1; number <= 11; number++)
            await room.Guest($"Guest {number}");
        var me = await room.MemberOf(omar);
        for (var round = 1; round <= 3; round++)
        {
            await room.Grain.StartRound(room.Organizer, (round * 2) - 2);
            await room.Grain.WriteNote(me, round, 0, new string('x', 290) + round);
            await room.Grain.EndRound(room.Organizer, (round * 2) - 1);
        }
        await room.Grain.Close(room.Organizer, 6);
        await omar.Until("How useful");
        var met = (await room.Grain.After(me)).Met;
        Assert.InRange(met.Count, 9, 11);

        foreach (var person in met.Take(8))
        {
            await room.Grain.Keep(me, person.Who.Number);
            await room.Grain.ShareContact(me, person.Who.Number, ContactFields.Telegram);
        }

        omar.Send($"/start {RoomPress.Payload(room.Id)}");
        var over = await omar.Until("How useful", message => message.Buttons.Count(IsToKeep) == met.Count - 8);
        Assert.Equal(met.Skip(8).Select(person => $"➕ {person.Who.Name} to my contacts"), over.Buttons.Where(IsToKeep).Select(button => button.Text));
        Assert.Contains("… and 1 more", over.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_room_that_was_called_off_says_so_and_asks_nothing()
    {
        var room = await ChatRoom.Open(weave, "Breakfast");
        var omar = await room.Person("Omar");
        await room.Enter(omar);

        await room.Grain.Cancel(room.Organizer);

        var off = await omar.Until("This room was called off.");
        Assert.Empty(off.Buttons);
        Assert.Equal("This room was called off.", await omar.PressData(off, RoomPress.Of(RoomPress.Useful, room.Id, 1).ToString(), TestContext.Current.CancellationToken));
    }

    private static bool IsToKeep(ChatButton button) => button.Text.StartsWith('➕');
}
