using Weave.Telegram;
using Weave.Telegram.Emulator;
using Xunit;

namespace Weave;

/// <summary>Two web hosts that were started at once on a database with nothing in it, behind a balancer that sends each request to the other one.</summary>
public sealed class BehindABalancerTests : IAsyncLifetime
{
    private BotApi _telegram = default!;
    private Balancer _balancer = default!;
    private WeaveCluster _cluster = default!;

    public async ValueTask InitializeAsync()
    {
        _telegram = await BotApi.Start(new() { Limits = null });
        _balancer = await Balancer.Listen();
        _cluster = await WeaveCluster.Make(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Site__Url"] = _balancer.Url.AbsoluteUri,
            ["Telegram__BaseUrl"] = _telegram.Url,
            ["Telegram__Token"] = _telegram.Token,
            ["Telegram__Mode"] = "Webhook",
            ["Outbox__Telegram__RecipientRest"] = "00:00:00",
        });
        var hosts = await Task.WhenAll(_cluster.Host(), _cluster.Host());
        _balancer.Send(hosts[0].Url, hosts[1].Url);
    }

    public async ValueTask DisposeAsync()
    {
        await _cluster.DisposeAsync();
        await _balancer.DisposeAsync();
        await _telegram.DisposeAsync();
    }

    [Fact]
    public async Task A_session_a_form_and_an_update_of_the_bot_are_known_to_both()
    {
        // Every page is asked of one host and every form sent to the other.
        using var anna = await new Visitor(_balancer.Url).SignIn("anna@example.org", "Anna");
        await anna.Open("/communities/new?name=Founders");
        await anna.Send("create", ("Form.Name", "Founders"), ("Form.Slug", "founders"), ("Form.Language", "en"), ("Form.TimeZone", "Etc/UTC"), ("Form.Admission", "Open"));
        for (var i = 0; i < 4; i++)
            Assert.Contains("Founders", (await anna.Open("/c/founders/organize")).Text, StringComparison.Ordinal);
        Assert.Equal(1L, await _cluster.Execute("SELECT COUNT(*) FROM SessionKey"));

        var boris = _telegram.User(601, "Boris");
        await boris.Joins("founders");
        Assert.Contains("Boris", (await anna.Open("/c/founders/organize")).Text, StringComparison.Ordinal);
        string[] commands = ["/me", "/help"];
        string[] answers = [(await boris.Says(commands[0])).Text, (await boris.Says(commands[1])).Text];
        foreach (var i in Enumerable.Range(0, 10))
            boris.Send(commands[i % 2]);
        for (var i = 0; i < 10; i++)
            Assert.Equal(answers[i % 2], (await boris.Reads()).Text);
        Assert.Empty(boris.Unread());
        Assert.All(_balancer.Handled, handled => Assert.InRange(handled, 10, 60));
        Assert.DoesNotContain(_telegram.Calls, call => call.Method == "getUpdates");
    }
}
