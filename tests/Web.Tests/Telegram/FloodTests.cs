using Xunit;

namespace Weave.Telegram;

public sealed class FloodTests
{
    private readonly Flood _flood = new();

    [Fact]
    public void A_limit_met_while_others_are_let_through_is_the_chats()
    {
        foreach (var chat in (string[])["1", "1", "1", "2", "1"])
            Assert.False(_flood.IsEverybodys(chat));
        _flood.LetThrough();
        Assert.False(_flood.IsEverybodys("3"));
    }

    [Fact]
    public void A_limit_met_by_three_chats_in_a_row_is_the_bots()
    {
        Assert.False(_flood.IsEverybodys("1"));
        Assert.False(_flood.IsEverybodys("2"));
        Assert.True(_flood.IsEverybodys("3"));
        Assert.True(_flood.IsEverybodys("1"));
    }
}
