namespace Weave.Notifications;

/// <summary>The body of a <see cref="ReadyMessage"/> for mail, as JSON.</summary>
internal sealed record WordedMail
{
    public required string Subject { get; init; }

    public required string Text { get; init; }
}
