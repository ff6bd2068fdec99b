using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Weave.Telegram;

/// <summary>
/// Two web hosts of one cluster, as far as the webhook is concerned, behind a balancer that sends requests to each in turn. Of every three answers it loses
/// one, as when a host dies after its work: Telegram then sends the update again, and it reaches the other.
/// </summary>
internal sealed class WebhookHosts : IAsyncDisposable
{
    private readonly HttpClient _client = new();
    private readonly WebApplication _balancer;
    private WebApplication[] _hosts = [];
    private int _requests;

    private WebhookHosts(WebApplication balancer) => _balancer = balancer;

    public Uri Url => AddressOf(_balancer);

    /// <summary>How many requests each has had.</summary>
    public int[] Handled { get; } = [0, 0];

    /// <summary>Listens; what comes before the hosts are there is refused.</summary>
    public static async Task<WebhookHosts> Listen()
    {
        var balancer = Build(_ => { });
        var hosts = new WebhookHosts(balancer);
        balancer.MapPost(BotHost.WebhookPath, async context => context.Response.StatusCode = await hosts.Forward(context));
        await balancer.StartAsync();
        return hosts;
    }

    /// <summary>Two hosts with an inbox each, on the grains of <paramref name="weave"/>.</summary>
    public async Task Start(BotApp weave)
    {
        var hosts = Enumerable.Range(0, 2).Select(_ => Build(services => services
            .AddSingleton(weave.Services.GetRequiredService<IOptions<TelegramOptions>>())
            .AddSingleton(ActivatorUtilities.CreateInstance<Inbox>(weave.Services)))).ToArray();
        foreach (var host in hosts)
        {
            host.MapWebhook();
            await host.StartAsync();
        }
        _hosts = hosts;
    }

    public async ValueTask DisposeAsync()
    {
        await _balancer.DisposeAsync();
        foreach (var host in _hosts)
            await host.DisposeAsync();
        _client.Dispose();
    }

    private async Task<int> Forward(HttpContext context)
    {
        if (_hosts is not { Length: 2 } hosts)
            return StatusCodes.Status503ServiceUnavailable;
        var number = Interlocked.Increment(ref _requests);
        Handled[number % 2]++;
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(AddressOf(hosts[number % 2]), BotHost.WebhookPath));
        request.Content = new StreamContent(context.Request.Body);
        foreach (var (name, value) in context.Request.Headers.Where(header => header.Key.StartsWith("X-Telegram", StringComparison.OrdinalIgnoreCase)))
            request.Headers.Add(name, value.ToString());
        using var answer = await _client.SendAsync(request, context.RequestAborted);
        return number % 3 == 0 ? StatusCodes.Status502BadGateway : (int)answer.StatusCode;
    }

    private static WebApplication Build(Action<IServiceCollection> services)
    {
        // None of the settings that lie beside the tests.
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore();
        builder.Services.AddRoutingCore();
        services(builder.Services);
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        return app;
    }

    private static Uri AddressOf(WebApplication app) =>
        new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
}
