using Orleans.Concurrency;
using Weave.Agenda;

namespace Weave.Notifications;

/// <summary>
/// The durable queue of one channel. Key: <c>telegram</c> or <c>email</c>. A message is stored before <see cref="Enqueue"/> returns, is handed out
/// in order for each recipient and within the channel's limits, and is forgotten only when a delivery was reported: at least once.
/// </summary>
[Alias("outbox")]
public interface IOutboxGrain : IGrainWithStringKey, IDueGrain
{
    /// <summary>Stores messages; those whose key is known are dropped.</summary>
    [Alias("enqueue")]
    Task Enqueue(IReadOnlyList<OutboxMessage> messages);

    /// <summary>
    /// Up to <paramref name="max"/> messages that may be sent now, waiting up to <paramref name="wait"/> for one. Each is leased for a minute: not reported by
    /// then, it is handed out again. A recipient with a message on lease gets no other one.
    /// </summary>
    [Alias("take"), AlwaysInterleave]
    Task<IReadOnlyList<OutboxMessage>> Take(int max, TimeSpan wait, CancellationToken cancellation = default);

    /// <summary>Reports what became of messages taken.</summary>
    [Alias("report")]
    Task Report(IReadOnlyList<Delivery> deliveries);

    /// <summary>Whether somebody takes messages out at present: no bot or no mail server may be configured.</summary>
    [Alias("served"), AlwaysInterleave]
    Task<bool> Served();

    /// <summary>What was given up: refused for good, or older than three days. The latest first.</summary>
    [Alias("failed")]
    Task<Page<FailedNotice>> Failed(int skip, int take);

    /// <summary>Puts a message that was given up back into the queue, or all of them with null.</summary>
    [Alias("retry")]
    Task Retry(long? number);

    /// <summary>Forgets a message that was given up, or all of them with null.</summary>
    [Alias("discard")]
    Task Discard(long? number);
}
