using System.Net;
using Weave.Communities;
using Weave.Members;
using Xunit;

namespace Weave.Shell;

/// <summary>Buttons of a page that is not true any more, because something was done in another tab.</summary>
public sealed class StaleFormTests(WeaveApp weave) : IClassFixture<WeaveApp>
{
    private const string Said = "the page you had was out of date";

    [Fact]
    public async Task Joining_twice_shows_the_community_as_it_stands()
    {
        await Community("twice");
        using var tab = await Tab();
        using var other = await Tab();
        await tab.Open("/c/twice");
        await other.Open("/c/twice");
        await other.Send("join");

        await tab.Send("join");

        Assert.Equal((HttpStatusCode.OK, "/c/twice"), (tab.Status, tab.Path));
        Assert.Contains(Said, tab.Text, StringComparison.Ordinal);
        Assert.Contains("Leave the community", tab.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leaving_twice_shows_the_community_as_it_stands()
    {
        await Community("gone");
        using var tab = await Tab();
        using var other = await Tab();
        await tab.Open("/c/gone");
        await tab.Send("join");
        await tab.Open("/c/gone");
        await other.Open("/c/gone");
        await other.Send("leave");

        await tab.Send("leave");

        Assert.Equal((HttpStatusCode.OK, "/c/gone"), (tab.Status, tab.Path));
        Assert.Contains(Said, tab.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_is_still_said_in_its_own_words()
    {
        using var tab = await Tab();
        await tab.Open("/communities/new?name=Mine");

        await tab.Send("create", ("Form.Name", ""), ("Form.Slug", "mine"));

        Assert.DoesNotContain(Said, tab.Text, StringComparison.Ordinal);
        Assert.Contains("id=\"Name-error\"", tab.Html, StringComparison.Ordinal);
    }

    private Task<Visitor> Tab() => new Visitor(weave.Url).SignIn("omar@example.org", "Omar Haddad");

    private async Task Community(string slug)
    {
        var founder = await weave.Grains.GetGrain<IAccountGrain>(AccountKey.Email($"{slug}@example.org")).FindOrCreate(new NewMember { Name = "Anna" });
        await weave.Grains.GetGrain<ICommunityGrain>(slug).Found(new() { Name = slug, Language = "en", TimeZone = "Europe/Berlin" }, founder);
    }
}
