using System.Net;
using Xunit;

namespace Weave.Members;

public sealed class SignInTests(WeaveApp weave) : IClassFixture<WeaveApp>
{
    [Fact]
    public async Task A_link_works_once()
    {
        using var anna = new Visitor(weave.Url);
        await (await anna.Open("/sign-in")).Send("sign-in", ("Address", People.NewAddress()));
        var link = anna.LinkShown();
        await (await anna.Open(link)).Send("open", ("Name", "Anna"));

        using var somebody = new Visitor(weave.Url);
        await somebody.Open(link);

        Assert.Contains("This link has been used", somebody.Text, StringComparison.Ordinal);
        await somebody.Open("/me");
        Assert.StartsWith("/sign-in", somebody.Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Looking_at_a_link_does_not_use_it_up()
    {
        using var anna = new Visitor(weave.Url);
        await (await anna.Open("/sign-in")).Send("sign-in", ("Address", People.NewAddress()));
        var link = anna.LinkShown();
        using var scanner = new Visitor(weave.Url);
        await scanner.Open(link);
        await scanner.Open(link);

        await (await anna.Open(link)).Send("open", ("Name", "Anna"));
        await anna.Open("/me");

        Assert.Equal("/me", anna.Path);
    }

    [Fact]
    public async Task An_unknown_link_is_said_to_be_dead()
    {
        using var anybody = new Visitor(weave.Url);

        await anybody.Open($"/sign-in/{OneTimeSecret.New()}");

        Assert.Contains("This link does not work", anybody.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("no address")]
    [InlineData("a@b")]
    public async Task What_is_no_address_is_refused_at_its_field_and_stays(string address)
    {
        using var anybody = new Visitor(weave.Url);

        await (await anybody.Open("/sign-in")).Send("sign-in", ("Address", address));

        Assert.Contains("id=\"Address-error\"", anybody.Html, StringComparison.Ordinal);
        Assert.Contains($"value=\"{address}\"", anybody.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("javascript:alert(1)")]
    public async Task Signing_in_never_leads_to_another_site(string returnUrl)
    {
        using var anna = new Visitor(weave.Url);

        await anna.SignIn(People.NewAddress(), "Anna", returnUrl);

        Assert.Equal("/welcome/headline", anna.Path);
    }

    [Fact]
    public async Task A_name_may_not_be_empty()
    {
        using var anna = new Visitor(weave.Url);
        await (await anna.Open("/sign-in")).Send("sign-in", ("Address", People.NewAddress()));

        await (await anna.Open(anna.LinkShown())).Send("open", ("Name", " "));
        Assert.Contains("id=\"Name-error\"", anna.Html, StringComparison.Ordinal);

        await anna.Send("open", ("Name", "Anna"));
        Assert.Equal("/welcome/headline", anna.Path);
    }

    [Theory]
    [InlineData("/me")]
    [InlineData("/me/preview")]
    [InlineData("/me/settings")]
    [InlineData("/welcome")]
    [InlineData("/welcome/done")]
    [InlineData("/admin")]
    [InlineData("/communities/new")]
    public async Task Strangers_are_asked_to_sign_in_first(string path)
    {
        using var stranger = new Visitor(weave.Url);

        await stranger.Open(path);

        Assert.StartsWith("/sign-in?ReturnUrl=", stranger.Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_are_for_members_what_they_are_in_Russian_too()
    {
        using var anybody = new Visitor(weave.Url);
        anybody.Cookies.Add(new Cookie(".AspNetCore.Culture", "c%3Dru%7Cuic%3Dru", "/", weave.Url.Host));

        await anybody.Open("/");
        Assert.Contains("Люди, с которыми стоит поговорить", anybody.Text, StringComparison.Ordinal);
        await anybody.Open("/communities");
        Assert.Contains("Сообщества", anybody.Text, StringComparison.Ordinal);
        await (await anybody.Open("/sign-in")).Send("sign-in", ("Address", ""));
        Assert.Contains("Пожалуйста, заполните это поле", anybody.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_address_is_added_to_ones_own_account_only()
    {
        var (anna, id) = await weave.SignedIn("Anna");
        using var _ = anna;
        var address = People.NewAddress();
        await (await anna.Open("/me/settings")).Send("address", ("Address", address));
        var link = anna.LinkShown();

        var (omar, _) = await weave.SignedIn("Omar");
        using var __ = omar;
        await (await omar.Open(link)).Send("open");
        Assert.Contains("Please sign in first", omar.Text, StringComparison.Ordinal);

        await (await anna.Open(link)).Send("open");
        Assert.Equal("/me/settings", anna.Path);
        var emails = (await weave.Grains.GetGrain<IMemberGrain>(id).Get()).Emails;
        Assert.Contains(address, emails, StringComparer.Ordinal);
    }
}
