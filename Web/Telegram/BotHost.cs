using Microsoft.Extensions.Options;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;
using Weave.Notifications;
using Weave.Shell;

namespace Weave.Telegram;

/// <summary>Introduces the bot to Telegram, then fetches updates, or has them sent. A bot that cannot work is one line in the log: the pages do without.</summary>
internal sealed partial class BotHost(
    BotClient api, BotIdentity identity, Inbox inbox, HostName host, IGrainFactory grains, Words words, IOptions<TelegramOptions> options, SiteAddress site, IHostApplicationLifetime lifetime,
    TimeProvider time, ILogger<BotHost> logger) : BackgroundService
{
    public const string WebhookPath = "/telegram/webhook";

    /// <summary>Shorter than the right to poll lasts, and short enough that a bot whose host was killed is silent for half a minute at most.</summary>
    private const int PollSeconds = 10;
    private static readonly TimeSpan Held = TimeSpan.FromSeconds(25);
    private static readonly TimeSpan LongestPoll = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan UntilAskedAgain = TimeSpan.FromSeconds(5);

    private static readonly string[] Commands = ["start", "me", "communities", "rounds", "rooms", "pause", "contacts", "web", "language", "export", "forget", "help"];

    private ITelegramBotClient Bot => api.Client;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Started(stoppingToken);
            await Insist(Introduce, stoppingToken);
            if (options.Value.Mode == TelegramMode.Polling)
                await Poll(stoppingToken);
        }
        catch (ApiRequestException e) when (e.ErrorCode is 401 or 404)
        {
            LogWrongToken(logger);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops.
        }
    }

    /// <summary>Before that there are neither grains to ask nor an address to be called at.</summary>
    private async Task Started(CancellationToken stopping)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var starts = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stopping);
    }

    private async Task Introduce(CancellationToken cancellation)
    {
        var me = await Bot.GetMe(cancellation);
        foreach (var (language, _) in Languages.All)
        {
            var commands = Languages.In(language, () => Commands.Select(command => new BotCommand(command, words.Plain($"Command.{command}"))).ToArray());
            await Bot.SetMyCommands(commands, languageCode: language == "en" ? null : language, cancellationToken: cancellation);
        }
        if (options.Value.Mode == TelegramMode.Webhook)
        {
            // One connection: Telegram then sends the next update only when this one is answered, which keeps their order.
            await Bot.SetWebhook(site.Link(WebhookPath), maxConnections: 1, allowedUpdates: Inbox.Wanted, secretToken: options.Value.Secret(), cancellationToken: cancellation);
        }
        else
        {
            await Bot.DeleteWebhook(cancellationToken: cancellation);
        }
        identity.Set(me.Username ?? "");
        LogReady(logger, me.Username, options.Value.Mode);
    }

    private IPollerGrain Poller => grains.GetGrain<IPollerGrain>(0);

    /// <summary>Fetches while this host is the one of all to do so.</summary>
    private async Task Poll(CancellationToken stopping)
    {
        int? offset = null;
        try
        {
            while (true)
                await Insist(Round, stopping);
        }
        finally
        {
            await Poller.Release($"{host}").ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        async Task Round(CancellationToken cancellation)
        {
            if (await Poller.Hold($"{host}", Held))
            {
                // A poll that hangs must not go on beside that of the next holder.
                using var held = new CancellationTokenSource(LongestPoll, time);
                using var poll = CancellationTokenSource.CreateLinkedTokenSource(held.Token, cancellation);
                var updates = await Bot.GetUpdates(offset, timeout: PollSeconds, allowedUpdates: Inbox.Wanted, cancellationToken: poll.Token);
                await inbox.Handle(updates, cancellation);
                // Asking for what follows is what tells Telegram that these are handled. After an empty answer all are, and as numbers begin anew at
                // random when nothing came for a week, the next may be smaller.
                offset = updates is [.., var last] ? last.Id + 1 : null;
            }
            else
            {
                offset = null;
                await Task.Delay(UntilAskedAgain, time, cancellation);
            }
        }
    }

    /// <summary>Carries out <paramref name="step"/>, again and again with growing pauses while Telegram or the network fails.</summary>
    private async Task Insist(Func<CancellationToken, Task> step, CancellationToken stopping)
    {
        for (var failures = 0; ; failures++)
        {
            try
            {
                await step(stopping);
                return;
            }
            catch (Exception e) when (!stopping.IsCancellationRequested && e is not ApiRequestException { ErrorCode: 401 or 404 })
            {
                if (failures == 0 && e is ApiRequestException { ErrorCode: 409 })
                    LogOther(logger, api.Say(e));
                else if (failures == 0)
                    LogTrouble(logger, e.GetType().Name, api.Say(e));
                var pause = e is ApiRequestException { Parameters.RetryAfter: { } asked } ? asked : Math.Min(1 << Math.Min(failures, 6), 60);
                await Task.Delay(TimeSpan.FromSeconds(pause), time, stopping);
            }
        }
    }

    [LoggerMessage(LogLevel.Information, "The bot @{Username} is ready ({Mode}).")]
    private static partial void LogReady(ILogger logger, string? username, TelegramMode mode);

    [LoggerMessage(LogLevel.Error, "Telegram does not accept the token in Telegram:Token, so there is no bot. Everything else works.")]
    private static partial void LogWrongToken(ILogger logger);

    [LoggerMessage(LogLevel.Warning, "Somebody else fetches the updates of this bot; trying again until they stop. Telegram says: {Error}")]
    private static partial void LogOther(ILogger logger, string error);

    [LoggerMessage(LogLevel.Warning, "Telegram cannot be reached; trying again until it can. {Kind}: {Error}")]
    private static partial void LogTrouble(ILogger logger, string kind, string error);
}
