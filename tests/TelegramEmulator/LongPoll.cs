
namespace Weave.Telegram.Emulator;

/// <summary><c>getUpdates</c>: one at a time, and none beside a webhook.</summary>
internal sealed class LongPoll(Lock gate, UpdateQueue updates, Webhook webhook, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(50);
    private readonly CancellationTokenSource _stopped = new();
    private TaskCompletionSource? _polling;
    private readonly TaskCompletionSource _began = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when the bot waits for updates.</summary>
    public Task Began => _began.Task;

    public async ValueTask<object?> Take(ApiRequest request)
    {
        var wait = TimeSpan.FromSeconds(Math.Max(0, request.Number("timeout") ?? 0));
        var offset = request.Number("offset") ?? 0;
        var limit = Math.Clamp(request.Number("limit") ?? 100, 1, 100);
        var displaced = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate)
        {
            if (webhook.IsSet)
                throw ApiError.Conflict("can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first");
            _polling?.TrySetResult();
            _polling = displaced;
            updates.Allow(request.Json<List<string>>("allowed_updates"));
        }
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(request.Aborted, _stopped.Token);
        var timeUp = Task.Delay(wait < Longest ? wait : Longest, time, stop.Token);
        while (true)
        {
            Task news;
            lock (gate)
            {
                if (displaced.Task.IsCompleted)
                    throw ApiError.Conflict("terminated by other getUpdates request; make sure that only one bot instance is running");
                var taken = updates.Take(offset, limit);
                if (taken.Count > 0 || timeUp.IsCompleted)
                    return taken;
                news = updates.News;
            }
            _began.TrySetResult();
            await Task.WhenAny(news, timeUp, displaced.Task);
        }
    }

    /// <summary>Ends the poll under way, as when a webhook is set.</summary>
    public void Displace() => _polling?.TrySetResult();

    public void Dispose()
    {
        _stopped.Cancel();
        _stopped.Dispose();
    }
}
