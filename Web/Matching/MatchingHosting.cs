using Weave.Matching;

namespace Weave;

/// <summary>What the feature adds to the web host.</summary>
internal static class MatchingHosting
{
    public static void AddMatching(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Reasons>();
        builder.Services.AddSingleton<MeetingWords>();
        builder.Services.AddSingleton<MeetingNewsWords>();
        builder.Services.AddSingleton<CalendarEntries>();
    }

    public static void MapMatching(this WebApplication app)
    {
        app.MapMeetings();
    }
}
