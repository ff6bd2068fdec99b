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
}
