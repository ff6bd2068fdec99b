using Microsoft.Extensions.Options;
using Telegram.Bot;

namespace Weave.Telegram;

/// <summary>The one client of the Bot API. Its addresses contain the token, so that it is neither logged nor traced by the HTTP stack.</summary>
internal sealed class BotClient : IDisposable
{
    private readonly HttpClient _http;
    private readonly string _token;

    public BotClient(IOptions<TelegramOptions> options)
    {
        _token = options.Value.Token!;
        // Without a propagator the handler starts no activity: a trace would carry the address.
        _http = new HttpClient(new SocketsHttpHandler { ActivityHeadersPropagator = null, PooledConnectionLifetime = TimeSpan.FromMinutes(5) });
        Client = new TelegramBotClient(
            new TelegramBotClientOptions(_token, options.Value.BaseUrl?.GetLeftPart(UriPartial.Path).TrimEnd('/'))
            {
                // Limits are the outbox's business: a message that has to wait waits there.
                RetryCount = 0,
                RetryThreshold = 0,
            },
            _http);
    }

    public ITelegramBotClient Client { get; }

    /// <summary>What an exception says, without the token.</summary>
    public string Say(Exception exception)
    {
        var inner = exception.InnerException is { } cause && cause.Message != exception.Message ? $" ({cause.Message})" : "";
        return $"{exception.Message}{inner}".Replace(_token, "…", StringComparison.Ordinal);
    }

    public void Dispose() => _http.Dispose();
}
