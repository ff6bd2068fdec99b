using System.Text.Json.Nodes;
using Weave.Members;
using Xunit;

namespace Weave.Telegram;

/// <summary>A copy of one's data, and the way out, in the bot and on the pages.</summary>
public sealed class OwnDataTests(BotApp weave) : IClassFixture<BotApp>
{
    [Fact]
    public async Task The_bot_sends_all_it_holds_as_a_file()
    {
        var anna = weave.Telegram.User(701, "Anna", "anna_o");
        await anna.Joins();

        var file = await anna.Says("/export");

        Assert.Equal("Anna", (string?)JsonNode.Parse(file.Document!)!["member"]!["profile"]!["name"]);
    }

    [Fact]
    public async Task The_bot_erases_a_member_who_confirms_it_and_knows_them_no_more()
    {
        var boris = weave.Telegram.User(702, "Борис", language: "ru");
        await boris.Joins(skip: "Пропустить");
        var id = (await weave.MemberOf(boris)).Id;
        Assert.Equal("Ничего не удалено.", (await boris.Taps(await boris.Says("/forget"), "Оставить аккаунт")).Text);
        var asked = await boris.Says("/forget");

        Assert.StartsWith("Готово", (await boris.Taps(asked, "Удалить всё")).Text, StringComparison.Ordinal);

        Assert.Null(await weave.Grains.GetGrain<IAccountGrain>(AccountKey.Telegram(boris.Id)).Find());
        await Assert.ThrowsAsync<Refused>(() => weave.Grains.GetGrain<IMemberGrain>(id).Get());
        Assert.Contains(await boris.Says("/me") is { } greeting ? greeting.Buttons : [], button => button.Text.StartsWith("Вступить", StringComparison.Ordinal) || button.Text.Contains("Борис", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_pages_offer_the_same_and_end_the_session()
    {
        using var visitor = new Visitor(weave.Url);
        await visitor.SignIn("clara.out@example.org", "Clara");
        await visitor.Open("/me/weave.json");
        Assert.Equal("Clara", (string?)JsonNode.Parse(visitor.Html)!["member"]!["profile"]!["name"]);

        await visitor.Open("/me/forget");
        await visitor.Send("forget");

        Assert.Equal("/", visitor.Path);
        Assert.Contains("Weave holds nothing about you any more", visitor.Html, StringComparison.Ordinal);
        Assert.StartsWith("/sign-in", (await visitor.Open("/me/settings")).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_button_nobody_knows_any_more_says_so()
    {
        var dana = weave.Telegram.User(703, "Dana");
        await dana.Joins();
        var card = await dana.Says("/me");
        await dana.Says("chess");

        Assert.Contains("/help", await dana.PressData(card, "~?long ago", TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}
