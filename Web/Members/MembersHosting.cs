namespace Weave;

/// <summary>What the feature adds to the web host.</summary>
internal static class MembersHosting
{
    public static void AddMembers(this WebApplicationBuilder builder)
    {
        _ = builder;
    }

    public static void MapMembers(this WebApplication app)
    {
        _ = app;
    }
}
