using Weave.Rooms;
using Weave.Telegram.Emulator;
using Xunit;

namespace Weave.Telegram;

/// <summary>The stage and the open floor for those who take part from their chat.</summary>
public sealed class RoomStageInChatTests(BotApp weave) : IClassFixture<BotApp>
{
    [Fact]
    public async Task The_stage_and_the_open_floor_are_taken_part_in_by_buttons()
    {
        var room = await ChatRoom.Open(weave, "Club", plan => plan with { SpeakerTime = TimeSpan.FromSeconds(120), FloorTime = TimeSpan.FromMinutes(20) });
        await room.OrganizerComesIn();
        var omar = await room.Person("Omar");
        await room.Enter(omar);

        // One of the two is on the stage; Omar wishes to meet the other, claps, and ends his own time.
        await room.Grain.Introduce(room.Organizer, 0);
        var stage = await omar.Until("Introductions:");
        Assert.Contains("Then a short break, and round 1 of 1 about ", stage.Text, StringComparison.Ordinal);
        if (stage.Text.Contains("It is your turn", StringComparison.Ordinal))
        {
            await omar.Toast(stage, "Done, next ▸");
            stage = await omar.Until("Introductions:", message => !message.Text.Contains("It is your turn", StringComparison.Ordinal));
        }

        Assert.Equal("Thank you", await omar.Toast(stage, "👏"));
        await omar.Toast(stage, "☆ Meet Olga");
        await omar.Until("Introductions:", message => message.Buttons.Any(button => button.Text == "★ Meet Olga"));
        await omar.Toast(stage, "❓ Ask a question");
        var asking = await omar.Until("Write your question here");
        var typed = omar.Send("What did you sell first?");
        var done = await omar.Until("✓ You asked: “What did you sell first?”");
        Assert.Equal((stage.Id, stage.Id), (asking.Id, done.Id));
        await omar.Loses(typed.Id);
        var look = await room.Grain.Snapshot(room.Organizer);
        Assert.Equal(("What did you sell first?", 0), Assert.Single(look.Questions) is var asked ? (asked.Text, asked.To) : default);
        Assert.Equal([0], (await room.Grain.Snapshot((await weave.MemberOf(omar)).Id)).Wishes);

        // The open floor: a hand, and somebody else's question that matters.
        var step = look.Step;
        if (look.Phase == RoomPhase.Introductions)
            await room.Grain.EndRound(room.Organizer, step++);
        await room.Grain.OpenFloor(room.Organizer, step);
        await room.Grain.Ask(room.Organizer, "1", to: null, "Who hires?");
        var floor = await omar.Until("Open floor:");
        await omar.Toast(floor, "✋ Raise my hand");
        var mine = await omar.Until("You have the floor.", message => message.Id != floor.Id);
        Assert.Contains("▲ 0 · Who hires?", mine.Text, StringComparison.Ordinal);
        await omar.Toast(mine, "▲ 0 · Who hires?");
        await omar.Until("▲ 1 · Who hires?");
        await omar.Toast(mine, "Done, next ▸");
        await omar.Until("The floor is free.");
    }

    [Fact]
    public async Task A_word_to_the_one_on_the_stage_reaches_them_alone_from_chat_to_chat()
    {
        var (_, speaker, listener, stage) = await Introduced();

        await listener.Toast(stage, "✉️ Write privately");
        await listener.Until($"Write to {speaker.FirstName} here, in one message.");
        var typed = listener.Send("I know somebody for you");
        var done = await listener.Until($"✓ To {speaker.FirstName} alone: “I know somebody for you”");
        await listener.Loses(typed.Id);
        Assert.Equal(stage.Id, done.Id);

        var heard = await speaker.Until("I know somebody for you");
        Assert.Contains("It is your turn", heard.Text, StringComparison.Ordinal);
        Assert.Contains($"✉️ {listener.FirstName}: I know somebody for you", heard.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_on_the_stage_sees_the_card_that_all_see_and_learns_that_nobody_reads_what_they_type()
    {
        var room = await ChatRoom.Open(weave, "Club", plan => plan with { SpeakerTime = TimeSpan.FromSeconds(120), FloorTime = TimeSpan.FromMinutes(20) });
        await room.OrganizerComesIn();
        var omar = await room.Person("Omar");
        var card = await omar.Taps(await omar.Says("/rooms"), "Club");
        Assert.Contains("Introductions: 120 s each. Rounds: 1, 8 min each. At a table: 2. Open floor: 20 min.", card.Text, StringComparison.Ordinal);
        var lobby = await omar.Taps(card, "Join here");
        Assert.Contains("Introductions come first, 120 s for each", lobby.Text, StringComparison.Ordinal);

        await room.Grain.Introduce(room.Organizer, 0);
        var now = await room.Grain.Snapshot(room.Organizer);
        if (now.Stage[0] == now.Me)
            await room.Grain.NextSpeaker(room.Organizer, now.Step);

        var turn = await omar.Until("It is your turn.");
        Assert.Contains("Omar\nCFO", turn.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("You both", turn.Text, StringComparison.Ordinal);
        Assert.Contains("Type your introduction here now", turn.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_the_last_round_comes_the_floor_that_the_plan_has_and_who_waits_there_sees_their_place()
    {
        var room = await ChatRoom.Open(weave, "Club", plan => plan with { FloorTime = TimeSpan.FromMinutes(20) });
        await room.OrganizerComesIn();
        var omar = await room.Person("Omar");
        await room.Enter(omar);
        await room.Grain.StartRound(room.Organizer, 0);
        await omar.Until("Then a short break, and the open floor about ");
        await room.Grain.Pause(room.Organizer, 1);
        Assert.DoesNotContain("Then ", (await omar.Until("The clock stands still.")).Text, StringComparison.Ordinal);
        await room.Grain.EndRound(room.Organizer, 1);
        await omar.Until("Next: the open floor, when an organizer opens it.");

        await room.Grain.OpenFloor(room.Organizer, 2);
        await room.Grain.RaiseHand(room.Organizer, true);
        var floor = await omar.Until("Olga has the floor.");
        Assert.Contains("Then the end, about ", floor.Text, StringComparison.Ordinal);
        await omar.Toast(floor, "✋ Raise my hand");
        await omar.Until("Your place in line: 1");
        await room.Grain.EndRound(room.Organizer, (await room.Grain.Snapshot(room.Organizer)).Step);

        await omar.Until("That was the last round planned.");
    }

    [Fact]
    public async Task Who_would_rather_not_speak_steps_out_of_the_line_by_a_button_and_into_it_again()
    {
        var (_, _, listener, stage) = await Introduced();

        Assert.Equal("You are not in line.", await listener.Toast(stage, "I would rather not speak"));
        var passed = await listener.Until("You are not in line.");
        Assert.Equal("You are in line", await listener.Toast(passed, "Put me in line"));
        await listener.Until("You are next.");
    }

    [Fact]
    public async Task Whose_turn_it_is_hears_it_by_a_message_of_their_own_and_only_the_latest_message_of_the_room_stays()
    {
        var (room, _, listener, waiting) = await Introduced();

        await room.Grain.NextSpeaker(room.Organizer, 1);

        var turn = await listener.Until("It is your turn");
        Assert.NotEqual(waiting.Id, turn.Id);
        await listener.Loses(waiting.Id);
    }

    /// <summary>Two in their chats, of whom the one is on the stage and the other listens; and what the listener sees.</summary>
    private async Task<(ChatRoom Room, BotUser Speaker, BotUser Listener, ChatMessage Stage)> Introduced()
    {
        var room = await ChatRoom.Open(weave, "Club", plan => plan with { SpeakerTime = TimeSpan.FromSeconds(120) });
        var (omar, vera) = (await room.Person("Omar"), await room.Person("Vera"));
        foreach (var user in new[] { omar, vera })
            await room.Enter(user);
        await room.Grain.Introduce(room.Organizer, 0);
        var (omars, veras) = (await omar.Until("Introductions:"), await vera.Until("Introductions:"));
        return omars.Text.Contains("It is your turn", StringComparison.Ordinal) ? (room, omar, vera, veras) : (room, vera, omar, omars);
    }
}
