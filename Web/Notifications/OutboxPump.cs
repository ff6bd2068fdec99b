namespace Weave.Notifications;

/// <summary>
/// Sends what waits in one channel's outbox: takes a batch, sends each message, reports it at once. A process killed at any moment repeats the
/// messages it was sending, and no others; what it had taken besides is handed out again when the lease ends.
/// </summary>
internal abstract partial class OutboxPump(string channel, IGrainFactory grains, IHostApplicationLifetime life, TimeProvider time, ILogger logger)
    : BackgroundService
{
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan GiveUpWaiting = TimeSpan.FromSeconds(25);
    private static readonly TimeSpan RestAfterFailure = TimeSpan.FromSeconds(5);

    /// <summary>Half of the outbox's lease: what is not begun by then is left to whoever takes it next.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(30);

    /// <summary>How many messages are taken, and at most sent at the same time.</summary>
    protected virtual int Batch => 10;

    protected virtual int AtOnce => 1;

    protected TimeProvider Time => time;

    private IOutboxGrain Outbox => grains.GetGrain<IOutboxGrain>(channel);

    /// <summary>Tries to send one message and says how it ended. An exception counts as <see cref="DeliveryResult.Later"/>.</summary>
    protected abstract Task<Delivery> Send(OutboxMessage message, CancellationToken stopping);

    /// <summary>Called when a batch is done and no message waits, before a longer wait.</summary>
    protected virtual Task Idle() => Task.CompletedTask;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Links need the address the server listens at, which is known when all has started.
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var onStart = life.ApplicationStarted.Register(() => started.TrySetResult());
        await using var onStop = stoppingToken.Register(() => started.TrySetCanceled(stoppingToken));
        try
        {
            await started.Task;
            while (!stoppingToken.IsCancellationRequested)
                await Round(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Shutting down.
        }
        finally
        {
            await Idle();
        }
    }

    private async Task Round(CancellationToken stopping)
    {
        try
        {
            var batch = await Take(TimeSpan.Zero, stopping);
            if (batch.Count == 0)
            {
                await Idle();
                batch = await Take(Wait, stopping);
            }
            var taken = time.GetUtcNow();
            // Not the stopping token: what is begun is finished and reported.
            await Parallel.ForEachAsync(batch, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (message, _) =>
            {
                if (!stopping.IsCancellationRequested && time.GetUtcNow() - taken < Fresh)
                    await Outbox.Report([await Try(message, stopping)]);
            });
        }
        catch (Exception e) when (e is not OperationCanceledException || !stopping.IsCancellationRequested)
        {
            LogPaused(logger, e, channel);
            await Task.Delay(RestAfterFailure, time, stopping);
        }
    }

    private async Task<IReadOnlyList<OutboxMessage>> Take(TimeSpan wait, CancellationToken stopping)
    {
        // By the real clock, shorter than the timeout of a call: the outbox must know that nobody waits for its answer any more.
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        enough.CancelAfter(GiveUpWaiting);
        try
        {
            return await Outbox.Take(Batch, wait, enough.Token);
        }
        catch (OperationCanceledException) when (!stopping.IsCancellationRequested)
        {
            return [];
        }
    }

    private async Task<Delivery> Try(OutboxMessage message, CancellationToken stopping)
    {
        try
        {
            return await Send(message, stopping);
        }
        catch (Exception e) when (e is not OperationCanceledException || !stopping.IsCancellationRequested)
        {
            LogFailed(logger, e, channel, message.Number, message.Notice.GetType().Name);
            return new(message.Number, DeliveryResult.Later, Error: e.GetType().Name);
        }
    }

    [LoggerMessage(LogLevel.Error, "The outbox {Channel} cannot be reached; trying again soon.")]
    private static partial void LogPaused(ILogger logger, Exception e, string channel);

    [LoggerMessage(LogLevel.Error, "Message {Number} of {Channel}, a {Notice}, could not be sent; it is tried again later.")]
    private static partial void LogFailed(ILogger logger, Exception e, string channel, long number, string notice);
}
