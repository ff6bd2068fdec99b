namespace Weave;

/// <summary>What the feature adds to the web host.</summary>
internal static class TelegramHosting
{
    public static void AddTelegram(this WebApplicationBuilder builder)
    {
        _ = builder;
    }

    public static void MapTelegram(this WebApplication app)
    {
        _ = app;
    }
}
