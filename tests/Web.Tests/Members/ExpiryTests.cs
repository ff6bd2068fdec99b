using Xunit;

namespace Weave.Members;

/// <summary>Moves the clock: has a host of its own.</summary>
public sealed class ExpiryTests(WeaveApp weave) : IClassFixture<WeaveApp>
{
    [Fact]
    public async Task A_link_expires_after_a_quarter_of_an_hour()
    {
        using var anna = new Visitor(weave.Url);
        await (await anna.Open("/sign-in")).Send("sign-in", ("Address", People.NewAddress()));
        await anna.Open(anna.LinkShown());
        weave.Clock.Advance(TimeSpan.FromMinutes(16));

        await anna.Send("open", ("Name", "Anna"));

        Assert.Contains("This link has expired", anna.Text, StringComparison.Ordinal);
    }
}
