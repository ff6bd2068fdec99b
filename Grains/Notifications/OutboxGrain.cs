using System.Data.Common;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Concurrency;
using Weave.Agenda;
using Weave.Members;

namespace Weave.Notifications;

/// <summary>
/// One channel's queue. All of it lives in tables, and only what is handed out is ever loaded; in memory are the window of the last second and
/// who waits for messages. Calls interleave freely, as each step is one transaction: a member may enqueue while another one is told to be unreachable.
/// </summary>
[Reentrant]
internal sealed partial class OutboxGrain(DbDataSource database, IOptions<OutboxOptions> options, TimeProvider time, ILogger<OutboxGrain> logger)
    : Grain, IOutboxGrain
{
    private const string Prune = "prune";
    private const string Tend = "tend";
    private const int Batch = 100;
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan KeysKept = TimeSpan.FromDays(14);
    private static readonly TimeSpan DeadKept = TimeSpan.FromDays(30);
    private static readonly TimeSpan Oldest = TimeSpan.FromDays(3);
    private static readonly TimeSpan UntilTended = TimeSpan.FromMinutes(5);

    /// <summary>A channel on which nothing has gone out for so long, though something waits, is taken for closed.</summary>
    private static readonly TimeSpan Stalled = TimeSpan.FromMinutes(15);

    /// <summary>Who takes messages asks again after <see cref="LongestWait"/> at the latest.</summary>
    private static readonly TimeSpan Served = TimeSpan.FromMinutes(1);

    private readonly OutboxTable _table = new(database);
    private TaskCompletionSource _news = NewSignal();
    private DateTimeOffset _channelRests;
    private DateTimeOffset _asked;
    private DateTimeOffset _progress;
    private Pace? _pace;

    private string Channel => this.GetPrimaryKeyString();

    private ChannelLimits Limits => options.Value.Of(Channel);

    private Pace Pace => _pace ??= new(Limits.PerSecond);

    private DeadLetters Dead => new(database, Channel);

    private OtherChannel Other => new(GrainFactory, Channel);

    private IAgendaGrain Agenda => GrainFactory.GetGrain<IAgendaGrain>(0);

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _channelRests = await _table.ChannelRests(Channel);
        var now = _progress = time.GetUtcNow();
        await Agenda.Put(this.GetGrainId(), Prune, now.AddHours(1));
        await Agenda.Put(this.GetGrainId(), Tend, now + UntilTended);
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        Wake();
        return Task.CompletedTask;
    }

    public async Task Enqueue(IReadOnlyList<OutboxMessage> messages)
    {
        _ = Limits;
        // A transaction holds up every other writer of a SQLite file: short ones.
        foreach (var some in messages.Chunk(200))
            await _table.Store(Channel, some, time.GetUtcNow());
        Wake();
    }

    public async Task<IReadOnlyList<OutboxMessage>> Take(int max, TimeSpan wait, CancellationToken cancellation = default)
    {
        _asked = time.GetUtcNow();
        var until = _asked + (wait < LongestWait ? wait : LongestWait);
        while (true)
        {
            if (cancellation.IsCancellationRequested)
                return [];
            var news = _news.Task;
            var taken = await TakeReady(max);
            if (taken.Count > 0 || time.GetUtcNow() >= until)
                return taken;
            await WaitForNews(news, await NextLook(until), cancellation);
        }
    }

    public async Task Report(IReadOnlyList<Delivery> deliveries)
    {
        var sent = deliveries.Where(delivery => delivery.Result == DeliveryResult.Sent).Select(delivery => delivery.Number).ToList();
        await _table.Remove(Channel, sent, time.GetUtcNow() + Limits.RecipientRest);
        foreach (var delivery in deliveries.Where(delivery => delivery.Result != DeliveryResult.Sent))
            await Settle(delivery);
        if (deliveries.Any(delivery => delivery.Result != DeliveryResult.Later))
            _progress = time.GetUtcNow();
        Wake();
    }

    Task<bool> IOutboxGrain.Served() => Task.FromResult(time.GetUtcNow() - _asked < Served);

    public async Task OnDue(string what)
    {
        var now = time.GetUtcNow();
        if (what == Tend)
        {
            await GiveUpOld(now);
            if (now - _progress >= Stalled)
                await MoveStalled(now);
            await Agenda.Put(this.GetGrainId(), Tend, now + UntilTended);
            return;
        }
        await _table.Prune(Channel, now - KeysKept, now);
        await Dead.Prune(now - DeadKept);
        await Agenda.Put(this.GetGrainId(), Prune, now.AddDays(1));
    }

    private async Task<IReadOnlyList<OutboxMessage>> TakeReady(int max)
    {
        var now = time.GetUtcNow();
        if (now < _channelRests)
            return [];
        var places = Pace.Reserve(max, now);
        if (places == 0)
            return [];
        var taken = await _table.Take(Channel, places, now, now + Lease);
        Pace.Return(places - taken.Count);
        return taken;
    }

    private async Task<DateTimeOffset> NextLook(DateTimeOffset until)
    {
        var now = time.GetUtcNow();
        if (await _table.NextReady(Channel) is not { } ready)
            return until;
        DateTimeOffset[] all = [ready, _channelRests, Pace.NextFree(now)];
        return all.Max() < until ? all.Max() : until;
    }

    private async Task WaitForNews(Task news, DateTimeOffset until, CancellationToken cancellation)
    {
        var span = until - time.GetUtcNow();
        if (span <= TimeSpan.Zero)
            return;
        var waiting = NewSignal();
        await using var timer = time.CreateTimer(static signal => ((TaskCompletionSource)signal!).TrySetResult(), waiting, span, Timeout.InfiniteTimeSpan);
        // Set forward between the question and the timer, the clock would not ring for what it has passed.
        if (time.GetUtcNow() >= until)
            return;
        await using var stop = cancellation.Register(static signal => ((TaskCompletionSource)signal!).TrySetResult(), waiting);
        await Task.WhenAny(news, waiting.Task);
    }

    private async Task Settle(Delivery delivery)
    {
        var now = time.GetUtcNow();
        if (await _table.Find(Channel, delivery.Number) is not { } message)
            return;
        switch (delivery.Result)
        {
            case DeliveryResult.Later:
                await Postpone(message, delivery, now);
                break;
            case DeliveryResult.Unreachable:
                // The member first: should this fail, the message is tried again and we come back here.
                await MarkUnreachable(message);
                for (var after = 0L; await _table.Of(Channel, message.Recipient, after, Batch) is { Count: > 0 } some; after = some[^1].Number)
                    await Other.Take(some);
                await _table.RemoveAll(Channel, message.Recipient);
                break;
            case DeliveryResult.Dead:
                LogDead(logger, Channel, message.Notice.GetType().Name, delivery.Error);
                await Dead.Put([message.Number], delivery.Error, now);
                await _table.Remove(Channel, [message.Number], now + Limits.RecipientRest);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(delivery), delivery.Result, "There is no such result.");
        }
    }

    private async Task Postpone(OutboxMessage message, Delivery delivery, DateTimeOffset now)
    {
        var failures = await _table.Failures(Channel, message.Recipient);
        var pause = delivery.RetryAfter > TimeSpan.Zero ? delivery.RetryAfter : TimeSpan.FromSeconds(1 << Math.Min(failures, 8));
        if (pause > LongestPause && delivery.RetryAfter <= TimeSpan.Zero)
            pause = LongestPause;
        if (delivery.Everyone)
        {
            _channelRests = now + pause > _channelRests ? now + pause : _channelRests;
            await _table.RestChannel(Channel, _channelRests);
        }
        await _table.Postpone(Channel, message, now + pause);
    }

    private async Task MarkUnreachable(OutboxMessage message)
    {
        if (message.Member is not { } member || Channel != OutboxChannel.Telegram)
            return;
        try
        {
            await GrainFactory.GetGrain<IMemberGrain>(member).TelegramUnreachable();
        }
        catch (Refused refused) when (refused.Reason == Refusal.NotFound)
        {
            LogGone(logger, member);
        }
    }

    private void Wake()
    {
        var old = _news;
        _news = NewSignal();
        old.TrySetResult();
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    [LoggerMessage(LogLevel.Warning, "{Channel} will never accept a {Notice}: {Error}. It is kept aside.")]
    private static partial void LogDead(ILogger logger, string channel, string notice, string? error);

    [LoggerMessage(LogLevel.Information, "Member {Member} is gone; what was queued for them is dropped.")]
    private static partial void LogGone(ILogger logger, Guid member);
}
