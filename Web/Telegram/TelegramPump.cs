using System.Globalization;
using System.Text.Json;
using System.Threading.Channels;
using Telegram.Bot.Exceptions;
using Weave.Notifications;
using Weave.Rooms;

namespace Weave.Telegram;

/// <summary>
/// Takes messages for Telegram out of the outbox, sends many at a time, and reports what became of each. The outbox decides when; what is not reported,
/// because this process died, it hands out again.
/// </summary>
internal sealed partial class TelegramPump(IGrainFactory grains, BotIdentity bot, BotClient api, Notices notices, Sender sender, TimeProvider time, ILogger<TelegramPump> logger)
    : BackgroundService
{
    private const int AtOnce = 64;
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim _places = new(AtOnce);
    private readonly Channel<Delivery> _done = Channel.CreateBounded<Delivery>(AtOnce);
    private readonly Flood _flood = new();

    private IOutboxGrain Outbox => grains.GetGrain<IOutboxGrain>(OutboxChannel.Telegram);

    public override void Dispose()
    {
        _places.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await bot.Known.WaitAsync(stoppingToken);
        await Task.WhenAll(Send(stoppingToken), Report(stoppingToken));
    }

    private async Task Send(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            await _places.WaitAsync(stopping);
            var free = 1;
            while (free < AtOnce && _places.Wait(0, CancellationToken.None))
                free++;
            var taken = await Take(free, stopping);
            if (free > taken.Count)
                _places.Release(free - taken.Count);
            foreach (var message in taken)
                _ = SendOne(message, stopping);
        }
    }

    private async Task<IReadOnlyList<OutboxMessage>> Take(int max, CancellationToken stopping)
    {
        try
        {
            return await Outbox.Take(max, Wait, stopping);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            if (!stopping.IsCancellationRequested && e is not TimeoutException)
                LogNoOutbox(logger, e);
            await Task.Delay(Pause, time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return [];
        }
    }

    private async Task SendOne(OutboxMessage message, CancellationToken stopping)
    {
        try
        {
            await _done.Writer.WriteAsync(await Deliver(message, stopping), stopping);
        }
        catch (OperationCanceledException)
        {
            // The host stops: the lease runs out and the message is handed out again.
        }
        finally
        {
            _places.Release();
        }
    }

    private async Task<Delivery> Deliver(OutboxMessage message, CancellationToken stopping)
    {
        try
        {
            if (await notices.Word(message) is { } worded)
                await Send(long.Parse(message.Recipient, CultureInfo.InvariantCulture), worded, stopping);
            _flood.LetThrough();
            return new Delivery(message.Number, DeliveryResult.Sent);
        }
        catch (ApiRequestException e)
        {
            if (e.ErrorCode == 403 && message is { Notice: RoomNow { Room: var room }, Member: { } member })
                await Lost(room, member);
            return Refused(message, e);
        }
        catch (Refused)
        {
            // Whom or what it was about is gone: nobody misses it.
            return new Delivery(message.Number, DeliveryResult.Sent);
        }
        catch (JsonException e)
        {
            // Written by a version that spoke differently: it will not be understood tomorrow either.
            return new Delivery(message.Number, DeliveryResult.Dead, Error: api.Say(e));
        }
        catch (Exception e) when (!stopping.IsCancellationRequested)
        {
            LogLater(logger, e.GetType().Name, api.Say(e));
            return new Delivery(message.Number, DeliveryResult.Later, Error: api.Say(e));
        }
    }

    private async Task Send(long chat, BotMessage message, CancellationToken stopping)
    {
        var sent = await sender.Send(chat, message, stopping);
        if (message.Live is not { } live)
            return;
        // What has had its time goes once the room is seen without it; cut off in between, the next change takes it.
        var grain = grains.GetGrain<ITelegramChatGrain>(chat);
        if (await grain.Shown(live with { Message = sent }) is not { Count: > 0 } spent)
            return;
        await sender.Remove(chat, spent, stopping);
        await grain.Removed(spent);
    }

    /// <summary>Who cannot be told from their chat is not in the room from there.</summary>
    private async Task Lost(Guid room, Guid member)
    {
        try
        {
            await grains.GetGrain<IRoomGrain>(room).Leave(member);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            LogLater(logger, e.GetType().Name, api.Say(e));
        }
    }

    private Delivery Refused(OutboxMessage message, ApiRequestException e)
    {
        var rest = TimeSpan.FromSeconds(e.Parameters?.RetryAfter ?? 0);
        return e.ErrorCode switch
        {
            429 => new(message.Number, DeliveryResult.Later, rest, _flood.IsEverybodys(message.Recipient), api.Say(e)),
            // The token was taken away while we run: messages wait for a new one.
            401 or 404 => new(message.Number, DeliveryResult.Later, TimeSpan.FromMinutes(1), Everyone: true, api.Say(e)),
            >= 500 => new(message.Number, DeliveryResult.Later, Error: api.Say(e)),
            403 => new(message.Number, DeliveryResult.Unreachable, Error: api.Say(e)),
            _ => new(message.Number, DeliveryResult.Dead, Error: api.Say(e)),
        };
    }

    private async Task Report(CancellationToken stopping)
    {
        while (await _done.Reader.WaitToReadAsync(stopping))
        {
            var batch = new List<Delivery>();
            while (batch.Count < AtOnce && _done.Reader.TryRead(out var delivery))
                batch.Add(delivery);
            await ReportUntilHeard(batch, stopping);
        }
    }

    private async Task ReportUntilHeard(IReadOnlyList<Delivery> batch, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await Outbox.Report(batch);
                return;
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                LogNoOutbox(logger, e);
                await Task.Delay(Pause, time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "The outbox does not answer; trying again.")]
    private static partial void LogNoOutbox(ILogger logger, Exception exception);

    [LoggerMessage(LogLevel.Warning, "A message for Telegram has to wait: {Kind}: {Error}")]
    private static partial void LogLater(ILogger logger, string kind, string error);
}
