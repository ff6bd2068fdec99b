namespace Weave;

/// <summary>What the feature adds to the web host.</summary>
internal static class RoomsHosting
{
    public static void AddRooms(this WebApplicationBuilder builder)
    {
        _ = builder;
    }

    public static void MapRooms(this WebApplication app)
    {
        _ = app;
    }
}
