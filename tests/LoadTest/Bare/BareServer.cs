using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.Extensions.DependencyInjection;

namespace Weave.LoadTest.Bare;

/// <summary>A process of its own with nothing but <see cref="BareHub"/>, so that its processor time can be read from outside.</summary>
internal static class BareServer
{
    public static Task Run(int port)
    {
        // None of the settings that lie where the tool was started.
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore();
        builder.Services.AddRoutingCore().AddSignalR();
        var app = builder.Build();
        app.Urls.Add($"http://127.0.0.1:{port}");
        app.MapHub<BareHub>(BareHub.Path, options => options.Transports = HttpTransportType.WebSockets);
        return app.RunAsync();
    }
}
