using Weave.Notifications;

namespace Weave;

/// <summary>What the feature adds to the web host.</summary>
internal static class NotificationsHosting
{
    public static void AddNotifications(this WebApplicationBuilder builder)
    {
        builder.AddSettings<MailOptions>(MailOptions.Section);
    }

    public static void MapNotifications(this WebApplication app)
    {
        _ = app;
    }
}
