using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Weave.Shell;
using Xunit;

namespace Weave.Telegram;

public sealed class WebhookTests
{
    private const string Secret = "a-secret";

    [Fact]
    public async Task Telegram_sends_updates_and_nobody_else_does()
    {
        await using var weave = new WebhookApp();
        await weave.InitializeAsync();
        var anna = weave.Telegram.User(501, "Anna");

        Assert.Equal("Join as Anna", (await anna.Says("/start")).Buttons.Single().Text);

        Assert.Equal(HttpStatusCode.Unauthorized, await Post(weave, null));
        Assert.Equal(HttpStatusCode.Unauthorized, await Post(weave, "another"));
        Assert.Equal(HttpStatusCode.OK, await Post(weave, Secret));
        Assert.DoesNotContain(weave.Telegram.Calls, call => call.Method == "getUpdates");
    }

    [Fact]
    public async Task Several_hosts_answer_every_update_once_and_in_order_though_some_come_twice()
    {
        await using var hosts = await WebhookHosts.Listen();
        await using var weave = new WebhookApp { Site = hosts.Url };
        await weave.InitializeAsync();
        await hosts.Start(weave);
        var anna = weave.Telegram.User(502, "Anna");
        var greeting = (await anna.Says("/start")).Text;
        string[] known = [greeting, (await anna.Says("/help")).Text];

        // All at once: Telegram holds each back until the one before is accepted.
        foreach (var i in Enumerable.Range(0, 12))
            anna.Send(i % 2 == 0 ? "/start" : "/help");

        for (var i = 0; i < 12; i++)
            Assert.Equal(known[i % 2], (await anna.Reads()).Text);
        Assert.Equal(greeting, (await anna.Says("/start")).Text);
        Assert.Empty(anna.Unread());
        Assert.All(hosts.Handled, handled => Assert.InRange(handled, 8, 16));
        Assert.True(hosts.Handled.Sum() > 15, "Some answers were lost on the way.");
    }

    private static async Task<HttpStatusCode> Post(BotApp weave, string? secret)
    {
        using var client = new HttpClient { BaseAddress = weave.Url };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/telegram/webhook") { Content = JsonContent.Create(new { update_id = 1 }) };
        if (secret is not null)
            request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", secret);
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    private sealed class WebhookApp : BotApp
    {
        /// <summary>Where Telegram finds the hosts; null when that is this one.</summary>
        public Uri? Site { get; init; }

        protected override IEnumerable<KeyValuePair<string, string>> Settings =>
            [.. base.Settings, new("Telegram:Mode", "Webhook"), new("Telegram:WebhookSecret", Secret), new("Site:Url", "http://127.0.0.1:1")];

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            // The port is known only when the server listens.
            builder.ConfigureTestServices(services => services.PostConfigure<SiteOptions>(site => site.Url = Site));
        }
    }
}
