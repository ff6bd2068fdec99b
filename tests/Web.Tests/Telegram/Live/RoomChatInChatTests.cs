using Microsoft.AspNetCore.SignalR.Client;
using Weave.Communities;
using Weave.Members;
using Weave.Rooms;
using Weave.Telegram.Emulator;
using Xunit;

namespace Weave.Telegram;

/// <summary>What somebody who takes part from their chat says to the whole room, their introduction above all.</summary>
public sealed class RoomChatInChatTests(BotApp weave) : IClassFixture<BotApp>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_typed_on_the_stage_is_read_in_all_chats_and_stays_when_the_next_one_is_there()
    {
        var (room, speaker, listener, stage) = await Introduced();
        Assert.Contains("You are next. When your turn comes, type your introduction here", stage.Text, StringComparison.Ordinal);

        var typed = speaker.Send("I sell <shoes>\nin Berlin");
        var mine = await speaker.Until("everybody in the room reads what you write here.\nMe: I sell <shoes> in Berlin");
        await speaker.Loses(typed.Id);
        var heard = await listener.Until($"{speaker.FirstName}: I sell <shoes> in Berlin");
        Assert.Equal(stage.Id, heard.Id);

        // Who is slow to look reads it still when the next one has the stage, and in the break.
        await speaker.Toast(mine, "Done, next ▸");
        var turn = await listener.Until("It is your turn.");
        Assert.Contains($"{speaker.FirstName}: I sell <shoes> in Berlin", turn.Text, StringComparison.Ordinal);
        listener.Send("I look for shoes");
        await listener.Toast(await listener.Until("Me: I look for shoes"), "Done, next ▸");
        Assert.Contains($"{listener.FirstName}: I look for shoes", (await speaker.Until("A short break.")).Text, StringComparison.Ordinal);
        await room.Grain.StartRound(room.Organizer, 3);
        Assert.DoesNotContain("shoes", (await speaker.Until("Round 1 of 1")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Those_who_wait_in_the_lobby_talk_to_each_other()
    {
        var room = await ChatRoom.Open(weave, "Club");
        var (omar, vera) = (await room.Person("Omar"), await room.Person("Vera"));
        foreach (var user in new[] { omar, vera })
            await room.Enter(user);
        for (var i = 1; i <= 6; i++)
            omar.Send($"Hello no. {i}");

        var heard = await vera.Until("Omar: Hello no. 6");
        Assert.Contains("Omar: Hello no. 2", heard.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Omar: Hello no. 1", heard.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_being_typed_for_the_table_when_the_round_ended_is_read_by_nobody()
    {
        var room = await ChatRoom.Open(weave, "Club");
        var (omar, vera) = (await room.Person("Omar"), await room.Person("Vera"));
        foreach (var user in new[] { omar, vera })
            await room.Enter(user);
        await room.Grain.StartRound(room.Organizer, 0);
        await omar.Until("Round 1 of");
        await room.Grain.EndRound(room.Organizer, 1);

        Assert.StartsWith("The round has just ended: nobody has read this.", (await omar.Says("My number is 123")).Text, StringComparison.Ordinal);

        Assert.Empty((await room.Grain.Snapshot(await room.MemberOf(vera))).RoomMessages);
    }

    [Fact]
    public async Task Those_with_a_browser_read_it_and_those_who_type_there_are_read_in_the_chats()
    {
        var room = await ChatRoom.Open(weave, "Club", plan => plan with { SpeakerTime = TimeSpan.FromSeconds(120) });
        var omar = await room.Person("Omar");
        await room.Enter(omar);
        var (visitor, annaId) = await weave.SignedIn("Anna");
        using var annas = visitor;
        await weave.Grains.GetGrain<ICommunityGrain>(room.Slug).Join(annaId);
        await using var anna = RoomClient.For(weave.Url, visitor);
        await anna.Join(room.Id).WaitAsync(Patience, Stop);
        await room.Grain.Introduce(room.Organizer, 0);

        for (var step = 1; step <= 2; step++)
        {
            var now = await room.Grain.Snapshot(annaId);
            if (now.Stage[0] == now.Me)
            {
                await anna.Hub.InvokeAsync("SayToRoom", "1", "I am a CFO", Stop).WaitAsync(Patience, Stop);
                await omar.Until("Anna: I am a CFO");
                Assert.Equal("I am a CFO", (string?)(await anna.Next("saidToRoom"))["message"]!["text"]);
            }
            else
            {
                await omar.Until("It is your turn.");
                omar.Send("I sell shoes");
                Assert.Equal("I sell shoes", (string?)(await anna.Next("saidToRoom"))["message"]!["text"]);
            }
            await room.Grain.NextSpeaker(room.Organizer, step);
        }
        Assert.Equal(["I am a CFO", "I sell shoes"], (await room.Grain.Snapshot(annaId)).RoomMessages.Select(message => message.Text).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_question_begun_before_ones_turn_gives_way_to_it()
    {
        var (room, speaker, listener, stage) = await Introduced();
        await listener.Toast(stage, "❓ Ask a question");
        await listener.Until("Write your question here");
        await room.Grain.NextSpeaker(room.Organizer, 1);
        var turn = await listener.Until("Type your introduction here now");
        Assert.DoesNotContain("Write your question here", turn.Text, StringComparison.Ordinal);
        listener.Send("I sell shoes");
        await listener.Until("Me: I sell shoes");
        Assert.Empty((await room.Grain.Snapshot(await room.MemberOf(speaker))).Questions);
    }

    [Fact]
    public async Task What_was_meant_for_one_alone_stays_so_when_ones_turn_comes()
    {
        var (room, speaker, listener, stage) = await Introduced();
        await listener.Toast(stage, "✉️ Write privately");
        await listener.Until($"Write to {speaker.FirstName} here");
        await room.Grain.NextSpeaker(room.Organizer, 1);

        var turn = await listener.Until("It is your turn.");
        Assert.DoesNotContain("Type your introduction here", turn.Text, StringComparison.Ordinal);
        listener.Send("Call me");
        await listener.Until($"✓ To {speaker.FirstName} alone: “Call me”", message => message.Text.Contains("Type your introduction here", StringComparison.Ordinal));
        var seen = await room.Grain.Snapshot(await room.MemberOf(speaker));
        Assert.Equal(("Call me", 0), (Assert.Single(seen.Whispers).Text, seen.RoomMessages.Count));
    }

    [Fact]
    public async Task Whose_messages_are_paused_is_not_asked_to_type_and_learns_why_nobody_reads_it()
    {
        var (room, _, listener, _) = await Introduced();
        await room.Grain.Mute(room.Organizer, await room.NumberOf(listener), muted: true);
        await room.Grain.NextSpeaker(room.Organizer, 1);

        var turn = await listener.Until("It is your turn.");
        Assert.DoesNotContain("Type your introduction here", turn.Text, StringComparison.Ordinal);
        Assert.StartsWith("An organizer has paused your messages", (await listener.Says("I sell shoes")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_the_floor_types_as_well()
    {
        var room = await ChatRoom.Open(weave, "Club", plan => plan with { FloorTime = TimeSpan.FromMinutes(20) });
        var (omar, vera) = (await room.Person("Omar"), await room.Person("Vera"));
        foreach (var user in new[] { omar, vera })
            await room.Enter(user);
        await room.Grain.StartRound(room.Organizer, 0);
        await room.Grain.EndRound(room.Organizer, 1);
        await room.Grain.OpenFloor(room.Organizer, 2);

        await omar.Toast(await omar.Until("Open floor:"), "✋ Raise my hand");
        await omar.Until("You have the floor. The whole room reads what you type here.");
        omar.Send("Who hires?");

        await vera.Until("Omar: Who hires?");
    }

    /// <summary>Two in their chats, of whom the one is on the stage and the other is next; and what that one sees.</summary>
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
