namespace Weave.Notifications;

/// <summary>The keys of <see cref="IOutboxGrain"/>.</summary>
public static class OutboxChannel
{
    public const string Telegram = "telegram";
    public const string Email = "email";
}
