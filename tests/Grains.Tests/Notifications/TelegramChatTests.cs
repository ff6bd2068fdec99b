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
}
