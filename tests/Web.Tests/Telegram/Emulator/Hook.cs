using System.Net;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Telegram.Bot;
using Telegram.Bot.Types;

namespace Weave.Telegram.Emulator;

/// <summary>A bot's webhook that answers as scripted.</summary>
internal sealed class Hook : IAsyncDisposable
{
    private readonly Channel<(Update Update, string Secret)> _got = Channel.CreateUnbounded<(Update, string)>();
    private readonly Queue<HttpStatusCode> _answers;
    private readonly WebApplication _app;

    private Hook(IEnumerable<HttpStatusCode> answers)
    {
        _answers = new(answers);
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        _app = builder.Build();
        _app.MapPost("/hook", Take);
    }

    public string Url => $"{_app.Urls.First()}/hook";

    public static async Task<Hook> Start(params HttpStatusCode[] answers)
    {
        var hook = new Hook(answers);
        await hook._app.StartAsync();
        return hook;
    }

    public ValueTask<(Update Update, string Secret)> Next(CancellationToken cancellation) => _got.Reader.ReadAsync(cancellation);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task<IResult> Take(HttpRequest request)
    {
        var update = await JsonSerializer.DeserializeAsync<Update>(request.Body, JsonBotAPI.Options);
        _got.Writer.TryWrite((update!, request.Headers["X-Telegram-Bot-Api-Secret-Token"].ToString()));
        return Results.StatusCode((int)_answers.Dequeue());
    }
}
