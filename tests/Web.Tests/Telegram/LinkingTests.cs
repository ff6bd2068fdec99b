using System.Text.RegularExpressions;
using Weave.Communities;
using Weave.Members;
using Xunit;

namespace Weave.Telegram;

/// <summary>Between browser and bot, and into communities.</summary>
public sealed partial class LinkingTests(BotApp weave) : IClassFixture<BotApp>
{
    [Fact]
    public async Task A_member_of_the_web_connects_Telegram_by_a_link_that_works_once()
    {
        var lena = weave.Telegram.User(301, "Lena", "lena_l");
        await lena.Says("/help");
        using var browser = new Visitor(weave.Url);
        await browser.SignIn("lena@example.org", "Lena Lind");
        await browser.Open("/me/telegram");
        await browser.Send("connect");
        var payload = DeepLink().Match(browser.Html).Groups[1].Value;

        Assert.StartsWith("Done: this Telegram account now belongs to Lena Lind", (await lena.Says($"/start {payload}")).Text, StringComparison.Ordinal);
        Assert.Equal("Lena Lind", (await weave.MemberOf(lena)).Profile.Name);
        Assert.Contains("lena_l", (await browser.Open("/me/settings")).Html, StringComparison.Ordinal);

        var other = weave.Telegram.User(302, "Oskar");
        Assert.Contains("has been used", (await other.Says($"/start {payload}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_expired_or_invented_link_is_refused_in_words()
    {
        var user = weave.Telegram.User(303, "Max");
        var secret = OneTimeSecret.New();
        await weave.Grains.GetGrain<IOneTimeLinkGrain>(OneTimeSecret.KeyOf(secret))
            .Issue(new OneTimeGrant { Purpose = OneTimePurpose.LinkTelegram, Member = await weave.Member("Max") }, TimeSpan.FromTicks(1));

        Assert.Contains("expired", (await user.Says($"/start link_{secret}")).Text, StringComparison.Ordinal);
        Assert.Contains("nothing at this address", (await user.Says($"/start link_{OneTimeSecret.New()}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_with_communities_is_not_given_up_for_another()
    {
        var nora = weave.Telegram.User(304, "Nora");
        await nora.Joins(await weave.Community("Readers", await weave.Member("Rita")));
        var before = await weave.MemberOf(nora);
        var secret = OneTimeSecret.New();
        await weave.Grains.GetGrain<IOneTimeLinkGrain>(OneTimeSecret.KeyOf(secret))
            .Issue(new OneTimeGrant { Purpose = OneTimePurpose.LinkTelegram, Member = await weave.Member("Nora N.") }, TimeSpan.FromMinutes(15));

        Assert.Contains("already belongs to another account in Weave (Nora)", (await nora.Says($"/start link_{secret}")).Text, StringComparison.Ordinal);
        Assert.Equal(before.Id, (await weave.MemberOf(nora)).Id);
    }

    [Fact]
    public async Task The_bot_signs_its_members_in_to_the_browser()
    {
        var paul = weave.Telegram.User(305, "Paul");
        await paul.Joins();
        var link = WebLink().Match((await paul.Says("/web")).Text).Value;
        using var browser = new Visitor(weave.Url);

        await browser.Open(link);
        await browser.Send("open");
        await browser.Open("/me/telegram");

        Assert.Equal("/me/telegram", browser.Path);
        using var thief = new Visitor(weave.Url);
        Assert.Contains("has been used", (await thief.Open(link)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_asks_to_join_waits_for_an_organizer_who_decides_with_one_tap()
    {
        var rita = weave.Telegram.User(306, "Rita");
        await rita.Joins();
        var slug = await weave.Community("CFO <Club>", (await weave.MemberOf(rita)).Id, Admission.ByApproval);
        var sam = weave.Telegram.User(307, "Sam");
        var greeting = await sam.Says($"/start join_{slug}");
        Assert.Contains("You are invited to CFO <Club>", greeting.Text, StringComparison.Ordinal);
        Assert.Contains("CFO <Club>: an organizer has to let you in first", (await sam.Taps(greeting, "Join as Sam")).Text, StringComparison.Ordinal);

        var asked = await rita.Reads();
        Assert.StartsWith("Somebody asks to join CFO <Club>:", asked.Text, StringComparison.Ordinal);
        Assert.Equal("Sam is now in CFO <Club>.", (await rita.Taps(asked, "Let in")).Text);
        Assert.StartsWith("You are in CFO <Club>", (await sam.Reads()).Text, StringComparison.Ordinal);

        Assert.Contains("already decided", (await rita.Taps(asked, "Turn down")).Text, StringComparison.Ordinal);
        Assert.Equal(MembershipStatus.Member, await weave.Grains.GetGrain<ICommunityGrain>(slug).Status((await weave.MemberOf(sam)).Id));
    }

    [Fact]
    public async Task Communities_are_joined_from_the_list_in_place()
    {
        await weave.Community("Gardeners", await weave.Member("Rita"));
        var tina = weave.Telegram.User(308, "Tina");
        await tina.Joins();
        var list = await tina.Says("/communities");

        var after = await tina.Taps(list, "Join Gardeners");

        Assert.Equal(list.Id, after.Id);
        Assert.Contains(after.Buttons, button => button.Text == "✓ Gardeners");
        Assert.Single(await weave.Grains.GetGrain<IMemberGrain>((await weave.MemberOf(tina)).Id).Communities());
    }

    [Fact]
    public async Task Who_blocked_the_bot_and_comes_back_can_be_reached_again()
    {
        var ugo = weave.Telegram.User(309, "Ugo");
        await ugo.Joins();

        ugo.Block();
        await ugo.Says("/help");

        Assert.False((await weave.MemberOf(ugo)).Telegram!.Unreachable);
    }

    [Fact]
    public async Task Who_blocked_the_bot_is_told_so_on_the_pages_until_it_reaches_them_again()
    {
        var nina = weave.Telegram.User(312, "Nina");
        await nina.Joins();
        var link = WebLink().Match((await nina.Says("/web")).Text).Value;
        using var browser = new Visitor(weave.Url);
        await browser.Open(link);
        await browser.Send("open");
        Assert.DoesNotContain("cannot write to you", (await browser.Open("/")).Text, StringComparison.Ordinal);

        await weave.Grains.GetGrain<IMemberGrain>((await weave.MemberOf(nina)).Id).TelegramUnreachable();
        Assert.Contains("cannot write to you", (await browser.Open("/")).Text, StringComparison.Ordinal);
        await nina.Says("/help");
        Assert.DoesNotContain("cannot write to you", (await browser.Open("/")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_waits_while_Telegram_fails_and_then_comes()
    {
        await using var own = new BotApp();
        await own.InitializeAsync();
        var vera = own.Telegram.User(310, "Vera");
        own.Telegram.Faults.Next("sendMessage", Emulator.Fault.TooManyRequests(1), Emulator.Fault.ServerError(), Emulator.Fault.Reset);

        Assert.Equal("Join as Vera", (await vera.Says("/start")).Buttons.Single().Text);
        Assert.Equal([429, 502, 0, 200], own.Telegram.Calls.Where(call => call.Method == "sendMessage").Select(call => call.Status));
    }

    [Fact]
    public async Task A_message_that_is_gone_is_sent_anew_instead_of_changed()
    {
        await using var own = new BotApp();
        await own.InitializeAsync();
        var wim = own.Telegram.User(311, "Wim");
        var greeting = await wim.Says("/start");
        own.Telegram.Faults.Next("editMessageText", Emulator.Fault.ServerError(400));

        var question = await wim.Taps(greeting, "Join as Wim");

        Assert.NotEqual(greeting.Id, question.Id);
        Assert.Contains("What do you do?", question.Text, StringComparison.Ordinal);
    }

    [GeneratedRegex("t\\.me/weave_bot\\?start=([A-Za-z0-9_-]+)")]
    private static partial Regex DeepLink();

    [GeneratedRegex("/sign-in/\\S+")]
    private static partial Regex WebLink();
}
