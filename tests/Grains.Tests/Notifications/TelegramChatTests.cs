using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;
using Xunit;

namespace Weave.Notifications;

public sealed class TelegramChatTests(TestSilo silo)
{
    [Fact]
    public async Task An_update_handled_before_changes_nothing()
    {
        var chat = silo.Grains.GetGrain<ITelegramChatGrain>(4711);
        await chat.Handled(10, new TelegramChat { Awaiting = "headline" });
        await chat.Handled(10, new TelegramChat { Awaiting = "city" });
        await chat.Handled(9, new TelegramChat());

        Assert.Equal(new TelegramChat { LastUpdate = 10, Awaiting = "headline" }, await chat.Get());
    }

    [Fact]
    public async Task Numbers_that_begin_anew_far_below_are_new()
    {
        var chat = silo.Grains.GetGrain<ITelegramChatGrain>(4712);
        await chat.Handled(900_000_000, new TelegramChat());
        await chat.Handled(17, new TelegramChat { Awaiting = "city" });

        Assert.Equal(new TelegramChat { LastUpdate = 17, Awaiting = "city" }, await chat.Get());
    }

    [Fact]
    public async Task One_message_shows_a_room_and_what_showed_it_before_or_was_typed_goes()
    {
        var chat = silo.Grains.GetGrain<ITelegramChatGrain>(4713);
        var room = Guid.NewGuid();
        await chat.Enter(room, 5);
        Assert.Empty(await chat.Shown(new(room, 5, -1)));

        Assert.Equal([5], await chat.Shown(new(room, 8, 1)));
        Assert.True(await chat.SetTyping(room, null, typed: 9));
        Assert.Equal([5, 9], await chat.Shown(new(room, 8, -1)));
        await chat.Removed([5, 9]);

        Assert.Empty(await chat.Shown(new(room, 8, -1)));
        Assert.Equal((8, 1), await chat.Live() is { } live ? (live.Message, live.Step) : default);
    }

    [Fact]
    public async Task What_a_room_they_have_left_for_another_one_says_changes_nothing()
    {
        var chat = silo.Grains.GetGrain<ITelegramChatGrain>(4714);
        var (left, room) = (Guid.NewGuid(), Guid.NewGuid());
        await chat.Enter(left, 5);
        await chat.Enter(room, 8);

        Assert.Empty(await chat.Shown(new(left, 9, 3)));
        Assert.False(await chat.SetTyping(left, new(LiveTypingKind.Note, 1, 3)));

        Assert.Equal((room, 8, -1), await chat.Live() is { } live ? (live.Room, live.Message, live.Step) : default);
        Assert.Null((await chat.Live())!.Typing);
    }

    [Fact]
    public async Task Of_a_long_evening_the_latest_spent_messages_are_remembered()
    {
        var chat = silo.Grains.GetGrain<ITelegramChatGrain>(4715);
        var room = Guid.NewGuid();
        await chat.Enter(room, 1);
        for (var typed = 2; typed <= 31; typed++)
            await chat.SetTyping(room, null, typed);

        Assert.Equal(Enumerable.Range(12, 20), await chat.Shown(new(room, 1, -1)));
    }

    [Fact]
    public void A_room_s_message_stored_before_there_was_anything_to_type_loads()
    {
        var bytes = silo.Services.GetRequiredService<Serializer<OlderLive>>().SerializeToArray(new(Guid.Empty, 5, 1));

        var live = silo.Services.GetRequiredService<Serializer<LiveMessage>>().Deserialize(bytes);

        Assert.Equal((5, 1, null), (live!.Message, live.Step, live.Typing));
    }
}

[GenerateSerializer, Immutable, Alias("olderLive")]
internal sealed record OlderLive([property: Id(0)] Guid Room, [property: Id(1)] int? Message, [property: Id(2)] int Step);
