using Xunit;

namespace Weave.Telegram;

public sealed class FloodTests
{
    private static readonly DateTimeOffset Now = new(2027, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private readonly Flood _flood = new();

    [Fact]
    public void A_limit_met_by_one_chat_is_that_chats()
    {
        Assert.False(_flood.IsEverybodys("1", TimeSpan.FromSeconds(5), Now));
        Assert.False(_flood.IsEverybodys("1", TimeSpan.FromSeconds(5), Now.AddSeconds(1)));
        Assert.False(_flood.IsEverybodys("2", TimeSpan.FromSeconds(5), Now.AddSeconds(6)));
    }

    [Fact]
    public void A_limit_met_by_two_chats_at_a_time_is_the_bots()
    {
        Assert.False(_flood.IsEverybodys("1", TimeSpan.FromSeconds(5), Now));
        Assert.True(_flood.IsEverybodys("2", TimeSpan.FromSeconds(5), Now.AddSeconds(4)));
    }
}
