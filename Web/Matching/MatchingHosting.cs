using Weave.Matching;

namespace Weave;

/// <summary>What the feature adds to the web host.</summary>
internal static class MatchingHosting
{
    public static void AddMatching(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Reasons>();
    }

    public static void MapMatching(this WebApplication app)
    {
        _ = app;
    }
}
