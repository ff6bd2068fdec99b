using System.Net;
using System.Text.RegularExpressions;
using Weave.Members;
using Xunit;

namespace Weave.Telegram;

/// <summary>A browser that shows a link to the bot, and is let in by whoever presses yes there.</summary>
public sealed partial class BrowserSignInTests(BotApp weave) : IClassFixture<BotApp>
{
    [Fact]
    public async Task The_page_signs_itself_in_when_the_bot_was_told_yes()
    {
        var anna = weave.Telegram.User(801, "Anna");
        await anna.Joins();
        using var browser = new Visitor(weave.Url);
        var payload = await Begins(browser, "/contacts");
        Assert.Contains("http-equiv=\"refresh\"", browser.Html, StringComparison.Ordinal);

        var asked = await anna.Says($"/start {payload}");
        Assert.Contains("127.0.0.…", asked.Text, StringComparison.Ordinal);
        Assert.Contains("Waiting for your yes", (await browser.Open("/sign-in/telegram")).Text, StringComparison.Ordinal);
        await anna.Taps(asked, "Yes, sign me in");

        Assert.Equal("/contacts", (await browser.Open("/sign-in/telegram")).Path);
        Assert.Equal(HttpStatusCode.OK, (await browser.Open("/me/settings")).Status);
        Assert.Equal("/me/settings", browser.Path);
    }

    [Fact]
    public async Task Somebody_new_gets_an_account_and_is_welcomed()
    {
        var boris = weave.Telegram.User(802, "Boris");
        using var browser = new Visitor(weave.Url);
        var payload = await Begins(browser);
        await boris.Taps(await boris.Says($"/start {payload}"), "Yes, sign me in");

        Assert.StartsWith("/welcome", (await browser.Open("/sign-in/telegram")).Path, StringComparison.Ordinal);
        Assert.Equal("Boris", (await weave.MemberOf(boris)).Profile.Name);
    }

    [Fact]
    public async Task Who_says_no_signs_nobody_in_and_ends_the_link()
    {
        var clara = weave.Telegram.User(803, "Clara");
        await clara.Joins();
        using var thief = new Visitor(weave.Url);
        var payload = await Begins(thief);
        var asked = await clara.Says($"/start {payload}");

        Assert.StartsWith("Nobody was signed in", (await clara.Taps(asked, "No, that was not me")).Text, StringComparison.Ordinal);

        await thief.Open("/sign-in/telegram");
        Assert.DoesNotContain("http-equiv=\"refresh\"", thief.Html, StringComparison.Ordinal);
        Assert.StartsWith("/sign-in", (await thief.Open("/me/settings")).Path, StringComparison.Ordinal);
        Assert.Contains("has been used", await clara.Toast(asked, "Yes, sign me in"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_browser_gains_nothing_by_the_link()
    {
        var dana = weave.Telegram.User(804, "Dana");
        await dana.Joins();
        using var browser = new Visitor(weave.Url);
        var payload = await Begins(browser);
        await dana.Taps(await dana.Says($"/start {payload}"), "Yes, sign me in");

        using var other = new Visitor(weave.Url);
        await other.Open($"/sign-in/{payload[BrowserSignIn.Prefix.Length..]}");
        Assert.Contains("does not work", other.Text, StringComparison.Ordinal);
        other.Cookies.Add(weave.Url, new Cookie("telegram-sign-in", $"{payload[BrowserSignIn.Prefix.Length..]}.{OneTimeSecret.New()}", "/sign-in/telegram"));
        await other.Open("/sign-in/telegram");
        Assert.StartsWith("/sign-in", (await other.Open("/me/settings")).Path, StringComparison.Ordinal);
    }

    private static async Task<string> Begins(Visitor browser, string returnUrl = "/")
    {
        await browser.Open($"/sign-in?ReturnUrl={Uri.EscapeDataString(returnUrl)}");
        await browser.Open($"/sign-in/telegram?ReturnUrl={Uri.EscapeDataString(returnUrl)}");
        await browser.Send("begin");
        return DeepLink().Match(browser.Html).Groups[1].Value;
    }

    [GeneratedRegex("t\\.me/weave_bot\\?start=(signin_[A-Za-z0-9_-]+)")]
    private static partial Regex DeepLink();
}
