namespace Weave.Notifications;

/// <summary>A message that will not be sent any more, as administrators see it: nothing of what it says, nor of whom it was for.</summary>
/// <param name="Number">What <see cref="IOutboxGrain.Retry"/> and <see cref="IOutboxGrain.Discard"/> know it by.</param>
/// <param name="Kind">The notice's type as it is stored, such as <c>matchMade</c>.</param>
/// <param name="Error">What the server said.</param>
/// <param name="At">When it was given up.</param>
[GenerateSerializer, Immutable, Alias("failedNotice")]
public sealed record FailedNotice(
    [property: Id(0)] long Number, [property: Id(1)] string Kind, [property: Id(2)] string? Error, [property: Id(3)] DateTimeOffset At);
