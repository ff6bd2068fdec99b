using System.Net;
using Xunit;

namespace Weave.Members;

/// <summary>Sets the installation up, which works once: has a host of its own.</summary>
public sealed class SetupTests(WeaveApp weave) : IClassFixture<WeaveApp>
{
    [Fact]
    public async Task The_set_up_link_makes_one_administrator_once()
    {
        var secret = await weave.OfferSetup();
        using var wrong = new Visitor(weave.Url);
        await wrong.Open($"/setup?key={OneTimeSecret.New()}");
        Assert.Contains("does not work any more", wrong.Text, StringComparison.Ordinal);

        using var anna = new Visitor(weave.Url);
        await (await anna.Open($"/setup?key={secret}")).Send("setup", ("Name", "Anna"), ("Address", "no address"));
        Assert.Contains("id=\"Address-error\"", anna.Html, StringComparison.Ordinal);
        Assert.Contains("value=\"no address\"", anna.Html, StringComparison.Ordinal);
        await anna.Send("setup", ("Name", "Anna"), ("Address", People.NewAddress()));
        Assert.Equal("/admin", anna.Path);
        Assert.Contains("You administer this server", anna.Text, StringComparison.Ordinal);

        using var late = new Visitor(weave.Url);
        await late.Open($"/setup?key={secret}");
        Assert.Contains("does not work any more", late.Text, StringComparison.Ordinal);

        var (omar, _) = await weave.SignedIn("Omar");
        using var __ = omar;
        await omar.Open("/admin");
        Assert.Equal(HttpStatusCode.Forbidden, omar.Status);
        Assert.Contains("Only administrators", omar.Text, StringComparison.Ordinal);
    }
}
