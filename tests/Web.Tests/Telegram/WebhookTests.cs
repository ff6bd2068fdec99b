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
        protected override IEnumerable<KeyValuePair<string, string>> Settings =>
            [.. base.Settings, new("Telegram:Mode", "Webhook"), new("Telegram:WebhookSecret", Secret), new("Site:Url", "http://127.0.0.1:1")];

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            // The port is known only when the server listens.
            builder.ConfigureTestServices(services => services.PostConfigure<SiteOptions>(site => site.Url = null));
        }
    }
}
