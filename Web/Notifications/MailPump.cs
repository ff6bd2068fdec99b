using Weave.Shell;

namespace Weave.Notifications;

/// <summary>
/// Sends what waits in the outbox of mail: takes a batch, sends each message over one connection, reports it at once. A process killed at any moment repeats
/// the message it was sending, and no other; what it had taken besides is handed out again when the lease ends.
/// </summary>
internal sealed partial class MailPump(
    IGrainFactory grains, MailDelivery mail, MailSender sender, IHostApplicationLifetime lifetime, TimeProvider time, ILogger<MailPump> logger) : BackgroundService
{
    private const int Batch = 10;
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan GiveUpWaiting = TimeSpan.FromSeconds(25);
    private static readonly TimeSpan RestAfterFailure = TimeSpan.FromSeconds(5);

    /// <summary>Half of the outbox's lease: what is not begun by then is left to whoever takes it next.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(30);

    private IOutboxGrain Outbox => grains.GetGrain<IOutboxGrain>(OutboxChannel.Email);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            // Links need the address the server listens at, which is known when all has started.
            await lifetime.Started(stoppingToken);
            while (!stoppingToken.IsCancellationRequested)
                await Round(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Shutting down.
        }
        finally
        {
            await sender.Close();
        }
    }

    private async Task Round(CancellationToken stopping)
    {
        try
        {
            var batch = await Take(TimeSpan.Zero, stopping);
            if (batch.Count == 0)
            {
                await sender.Close();
                batch = await Take(Wait, stopping);
            }
            var taken = time.GetUtcNow();
            foreach (var message in batch)
                if (!stopping.IsCancellationRequested && time.GetUtcNow() - taken < Fresh)
                    await Outbox.Report([await Try(message, stopping)]);
        }
        catch (Exception e) when (e is not OperationCanceledException || !stopping.IsCancellationRequested)
        {
            LogPaused(logger, e);
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
            return await mail.Send(message, stopping);
        }
        catch (Exception e) when (e is not OperationCanceledException || !stopping.IsCancellationRequested)
        {
            LogFailed(logger, e, message.Number, message.Notice.GetType().Name);
            return new(message.Number, DeliveryResult.Later, Error: e.GetType().Name);
        }
    }

    [LoggerMessage(LogLevel.Error, "The outbox of mail cannot be reached; trying again soon.")]
    private static partial void LogPaused(ILogger logger, Exception e);

    [LoggerMessage(LogLevel.Error, "Mail {Number}, a {Notice}, could not be sent; it is tried again later.")]
    private static partial void LogFailed(ILogger logger, Exception e, long number, string notice);
}
