using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Weave.Rooms;

namespace Weave;

/// <summary>Live rooms: their pages, and the hub their browsers are connected to.</summary>
internal static class RoomsHosting
{
    private const string HubPath = "/hubs/room";

    public static void AddRooms(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        builder.AddSettings<RoomsOptions>(RoomsOptions.Section);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<RoomCalendar>().AddSingleton<RoomNewsWords>();
        services.AddSingleton<RoomOrigins>();
        services.AddSingleton<RoomWatches>();
        services.AddHostedService(s => s.GetRequiredService<RoomWatches>());
        services.AddSingleton<CallAllowances>().AddSingleton<RoomHubFilter>();
        services.AddSingleton<IntroductionNews>();
        services.AddSignalR().AddHubOptions<RoomHub>(o =>
        {
            // The longest text is the note of a table, 2,000 characters, six bytes each when escaped.
            o.MaximumReceiveMessageSize = 16 * 1024;
            o.KeepAliveInterval = TimeSpan.FromSeconds(5);
            o.ClientTimeoutInterval = TimeSpan.FromSeconds(15);
            o.HandshakeTimeout = TimeSpan.FromSeconds(10);
            o.MaximumParallelInvocationsPerClient = 1;
            o.AddFilter<RoomHubFilter>();
        }).AddJsonProtocol(o =>
        {
            // The fields of a contact stay a number: they are flags.
            o.PayloadSerializerOptions.Converters.Add(new JsonStringEnumConverter<RoomPhase>(JsonNamingPolicy.CamelCase));
            o.PayloadSerializerOptions.Converters.Add(new JsonStringEnumConverter<Presence>(JsonNamingPolicy.CamelCase));
        });
    }

    public static void MapRooms(this WebApplication app)
    {
        app.MapRoomCalendar();
        var origins = app.Services.GetRequiredService<RoomOrigins>();
        app.UseWhen(context => context.Request.Path.StartsWithSegments(HubPath, StringComparison.OrdinalIgnoreCase), hub => hub.Use(origins.Check));
        app.MapAttendance();
        app.MapHub<RoomHub>(HubPath, o =>
        {
            // One request, bound to one host from the start: no sticky sessions, and the shortest way back after a drop.
            o.Transports = HttpTransportType.WebSockets;
            o.CloseOnAuthenticationExpiration = true;
            // A browser that does not read is let go; until then its events wait for it alone.
            o.TransportSendTimeout = TimeSpan.FromSeconds(10);
        });
    }
}
