using Microsoft.Extensions.Logging;

namespace Weave.Notifications;

/// <summary>What becomes of messages that cannot be sent.</summary>
internal sealed partial class OutboxGrain
{
    public Task<Page<FailedNotice>> Failed(int skip, int take) => Dead.List(Math.Max(skip, 0), Math.Clamp(take, 0, Batch));

    public async Task Retry(long? number)
    {
        if (number is { } one)
            await _table.Revive(Channel, [one], time.GetUtcNow());
        else
            while (await Dead.Numbers(Batch) is { Count: > 0 } some)
                await _table.Revive(Channel, some, time.GetUtcNow());
        Wake();
    }

    public Task Discard(long? number) => Dead.Discard(number);

    /// <summary>What nobody could send for days is not sent any more.</summary>
    private async Task GiveUpOld(DateTimeOffset now)
    {
        while (await _table.Older(Channel, now - Oldest, Batch) is { Count: > 0 } old)
        {
            LogOld(logger, old.Count, Channel);
            await Dead.Put(old, "It could not be sent for three days.", now);
            await _table.Remove(Channel, old, now);
        }
    }

    /// <summary>Nobody sends here: no bot or mail server, or one that does not let us. Members who can be told otherwise are.</summary>
    private async Task MoveStalled(DateTimeOffset now)
    {
        if (!await Other.Served())
            return;
        for (var after = 0L; await _table.Stalled(Channel, now - Stalled, after, Batch) is { Count: > 0 } some; after = some[^1].Number)
            await _table.Remove(Channel, await Other.Take(some), now);
    }

    [LoggerMessage(LogLevel.Warning, "{Count} messages could not be sent for three days; they are kept aside: {Channel}.")]
    private static partial void LogOld(ILogger logger, int count, string channel);
}
