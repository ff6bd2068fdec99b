using Weave.Notifications;

namespace Weave;

/// <summary>What the feature adds to the web host.</summary>
internal static class NotificationsHosting
{
    public static void AddNotifications(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<MailLinks>().AddSingleton<MailAnswers>();
        if (!builder.AddSettings<MailOptions>(MailOptions.Section).Configured)
            return;
        builder.Services.AddSingleton<LetterWords>().AddSingleton<MeetingLetters>().AddSingleton<RoomLetters>();
        builder.Services.AddSingleton<Letters>();
        builder.Services.AddSingleton<MailSender>();
        builder.Services.AddSingleton<MailDelivery>();
        builder.Services.AddHostedService<MailPump>();
    }

    public static void MapNotifications(this WebApplication app)
    {
        app.MapUnsubscribe();
    }
}
