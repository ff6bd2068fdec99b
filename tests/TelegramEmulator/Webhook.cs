using System.Text.RegularExpressions;
using Weave.Telegram.Emulator.Wire;

namespace Weave.Telegram.Emulator;

/// <summary>Posts updates to the bot's address one after another, each until it is accepted.</summary>
internal sealed partial class Webhook(Lock gate, UpdateQueue updates, BotApiOptions options) : IAsyncDisposable
{
    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false });
    private CancellationTokenSource? _stop;
    private Task _delivering = Task.CompletedTask;
    private (DateTimeOffset At, string Message)? _error;

    public Uri? Url { get; private set; }

    public bool IsSet => Url is not null;

    public bool Set(ApiRequest request)
    {
        if (request.Text("url") is not { } url)
            return Delete(request);
        // The real one takes https only; this one lets a bot on the same machine be called too.
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || (address.Scheme != Uri.UriSchemeHttps && !address.IsLoopback))
            throw ApiError.Bad("bad webhook: An HTTPS URL must be provided for webhook");
        var secret = request.Text("secret_token");
        if (secret is not null && !Secret().IsMatch(secret))
            throw ApiError.Bad("secret token contains unallowed characters");
        Prepare(request);
        (Url, _error, _stop) = (address, null, new());
        _delivering = Deliver(address, secret, _delivering, _stop.Token);
        return true;
    }

    public bool Delete(ApiRequest request)
    {
        Prepare(request);
        Url = null;
        return true;
    }

    public WireWebhook Info() => new(Url?.AbsoluteUri ?? "", false, updates.Pending)
    {
        LastErrorDate = _error?.At.ToUnixTimeSeconds(),
        LastErrorMessage = _error?.Message,
        AllowedUpdates = updates.Allowed,
    };

    public async ValueTask DisposeAsync()
    {
        _stop?.Cancel();
        await _delivering;
        _stop?.Dispose();
        _client.Dispose();
    }

    private void Prepare(ApiRequest request)
    {
        _stop?.Cancel();
        updates.Allow(request.Json<List<string>>("allowed_updates"));
        if (request.Flag("drop_pending_updates"))
            updates.Drop();
    }

    private async Task Deliver(Uri url, string? secret, Task before, CancellationToken stop)
    {
        await before;
        try
        {
            while (true)
            {
                IReadOnlyList<WireUpdate> next;
                Task news;
                lock (gate)
                    (next, news) = (updates.Take(0, 1), updates.News);
                if (next is not [var update])
                {
                    await news.WaitAsync(stop);
                    continue;
                }
                while (!await Accepted(url, secret, update, stop))
                    await Task.Delay(options.WebhookRetry, options.Time, stop);
                lock (gate)
                    updates.Confirm(update);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Another address, or none: what was not accepted goes there.
        }
    }

    private async Task<bool> Accepted(Uri url, string? secret, WireUpdate update, CancellationToken stop)
    {
        using var post = new HttpRequestMessage(HttpMethod.Post, url) { Content = JsonContent.Create(update, options: WireJson.Options) };
        if (secret is not null)
            post.Headers.Add("X-Telegram-Bot-Api-Secret-Token", secret);
        string problem;
        try
        {
            using var answer = await _client.SendAsync(post, stop);
            if (answer.IsSuccessStatusCode)
                return true;
            problem = $"Wrong response from the webhook: {(int)answer.StatusCode} {answer.ReasonPhrase}";
        }
        catch (HttpRequestException e)
        {
            problem = $"Connection failed: {e.HttpRequestError}";
        }
        lock (gate)
            _error = (options.Time.GetUtcNow(), problem);
        return false;
    }

    [GeneratedRegex("^[A-Za-z0-9_-]{1,256}$")]
    private static partial Regex Secret();
}
