using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.Options;
using Weave.Shell;
using Weave.Telegram;

namespace Weave;

/// <summary>What the feature adds to the web host: without a token, nothing that works.</summary>
internal static class TelegramHosting
{
    public static void AddTelegram(this WebApplicationBuilder builder)
    {
        var options = builder.AddSettings<TelegramOptions>(TelegramOptions.Section);
        if (options is { Configured: true, Mode: TelegramMode.Webhook } && string.IsNullOrEmpty(builder.Configuration[$"{SiteOptions.Section}:{nameof(SiteOptions.Url)}"]))
            throw new OptionsValidationException(TelegramOptions.Section, typeof(TelegramOptions), ["Setting Telegram: Mode Webhook needs Site:Url, the address Telegram can reach."]);

        var services = builder.Services;
        services.AddSingleton<BotIdentity>();
        if (!options.Configured)
            return;
        services.AddSingleton<BotClient>();
        services.AddSingleton<Words>().AddSingleton<CardText>().AddSingleton<Questions>().AddSingleton<RoundText>().AddSingleton<MeetingText>().AddSingleton<Meetings>();
        services.AddSingleton<Start>().AddSingleton<Questionnaire>().AddSingleton<MyCard>().AddSingleton<CommunityList>();
        services.AddSingleton<Rounds>().AddSingleton<Standings>().AddSingleton<StandingText>().AddSingleton<Approvals>().AddSingleton<Preferences>().AddSingleton<IncomingPictures>();
        services.AddSingleton(provider => HostName.Of(provider.GetRequiredService<IServer>())).AddSingleton<MiniApp>().AddSingleton<ContactList>().AddSingleton<OwnData>().AddSingleton<BrowserSignIn>();
        services.AddSingleton<RoomDoor>().AddSingleton<RoomTyping>().AddSingleton<RoomTypingText>().AddSingleton<RoomAfterCard>().AddSingleton<RoomPeopleCard>().AddSingleton<RoomAfterButtons>().AddSingleton<RoomFillIn>().AddSingleton<RoomCards>().AddSingleton<RoomLiveText>().AddSingleton<RoomClockText>().AddSingleton<RoomLiveButtons>().AddSingleton<RoomPeopleText>().AddSingleton<RoomNewsText>().AddSingleton<RoomPlaceButtons>();
        services.AddSingleton<Topics>().AddSingleton<Conversation>().AddSingleton<Inbox>();
        services.AddSingleton<Notices>().AddSingleton<Sender>();
        services.AddHostedService<BotHost>();
        services.AddHostedService<TelegramPump>();
    }

    public static void MapTelegram(this WebApplication app)
    {
        var options = app.Services.GetRequiredService<IOptions<TelegramOptions>>().Value;
        if (options.Configured)
            app.MapMiniApp();
        if (options is { Configured: true, Mode: TelegramMode.Webhook })
            app.MapWebhook();
    }
}
