using Weave.Communities;

namespace Weave;

/// <summary>What the feature adds to the web host.</summary>
internal static class CommunitiesHosting
{
    public static void AddCommunities(this WebApplicationBuilder builder)
    {
        _ = builder;
    }

    public static void MapCommunities(this WebApplication app) => app.MapInviteQr();
}
