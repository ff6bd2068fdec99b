namespace Weave.Notifications;

/// <summary>How the attempt to send one message ended.</summary>
/// <param name="Number">The message's place in the queue.</param>
/// <param name="Result">What happened.</param>
/// <param name="RetryAfter">For <see cref="DeliveryResult.Later"/>: how long the recipient, or with <paramref name="Everyone"/> the whole channel, rests.</param>
/// <param name="Everyone">The limit met was the channel's, not the recipient's.</param>
/// <param name="Error">What the server said, without secrets; for the dead-letter list.</param>
[GenerateSerializer, Immutable, Alias("delivery")]
public sealed record Delivery(
    [property: Id(0)] long Number,
    [property: Id(1)] DeliveryResult Result,
    [property: Id(2)] TimeSpan RetryAfter = default,
    [property: Id(3)] bool Everyone = false,
    [property: Id(4)] string? Error = null);
