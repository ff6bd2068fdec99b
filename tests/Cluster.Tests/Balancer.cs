using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Weave;

/// <summary>A balancer without memory: it sends each request to the next of its hosts, whoever asks.</summary>
internal sealed class Balancer : IAsyncDisposable
{
    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
    private readonly WebApplication _server;
    private Uri[] _hosts = [];
    private int _requests;

    private Balancer(WebApplication server) => _server = server;

    public Uri Url => new(_server.Urls.First());

    /// <summary>How many requests each host has had.</summary>
    public int[] Handled { get; private set; } = [];

    /// <summary>Listens; what comes before there are hosts is refused.</summary>
    public static async Task<Balancer> Listen()
    {
        // None of the settings that lie beside the tests.
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore();
        builder.Services.AddRoutingCore();
        var server = builder.Build();
        server.Urls.Add("http://127.0.0.1:0");
        var balancer = new Balancer(server);
        server.MapFallback(balancer.Forward);
        await server.StartAsync();
        return balancer;
    }

    public void Send(params Uri[] hosts) => (Handled, _hosts) = (new int[hosts.Length], hosts);

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _client.Dispose();
    }

    private async Task Forward(HttpContext context)
    {
        if (_hosts is not { Length: > 0 } hosts)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }
        var number = Interlocked.Increment(ref _requests) % hosts.Length;
        Interlocked.Increment(ref Handled[number]);
        using var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), new Uri(hosts[number], context.Request.Path + context.Request.QueryString));
        if (context.Request.ContentLength > 0 || context.Request.Headers.TransferEncoding.Count > 0)
            request.Content = new StreamContent(context.Request.Body);
        foreach (var (name, values) in context.Request.Headers)
            if (!request.Headers.TryAddWithoutValidation(name, values.ToArray()))
                request.Content?.Headers.TryAddWithoutValidation(name, values.ToArray());
        using var answer = await _client.SendAsync(request, context.RequestAborted);
        context.Response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers).Where(header => header.Key != "Transfer-Encoding"))
            context.Response.Headers[name] = values.ToArray();
        await answer.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
    }
}
