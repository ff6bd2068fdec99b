namespace Weave.Notifications;

/// <summary>A message on its way out.</summary>
[GenerateSerializer, Immutable, Alias("outboxMessage")]
public sealed record OutboxMessage
{
    /// <summary>The idempotency key: a second message with the same key is dropped.</summary>
    [Id(0)] public required string Key { get; init; }

    /// <summary>Where to: a Telegram chat id, or an e-mail address. Messages to one recipient keep their order.</summary>
    [Id(1)] public required string Recipient { get; init; }

    /// <summary>The language to word it in.</summary>
    [Id(2)] public required string Language { get; init; }

    [Id(3)] public required Notice Notice { get; init; }

    /// <summary>The member it is for; null for a message to somebody without an account.</summary>
    [Id(4)] public Guid? Member { get; init; }

    /// <summary>The place in the queue; given by the outbox.</summary>
    [Id(5)] public long Number { get; init; }

    /// <summary>A name within the recipient's queue: what waits there under the same name is dropped for this one, as when one message is edited
    /// several times in a row; null replaces nothing.</summary>
    [Id(6)] public string? Replaces { get; init; }

    /// <summary>It has come over from the other channel, where nobody sent it; it does not go back.</summary>
    [Id(7)] public bool Moved { get; init; }
}
