using Weave.Shell;

namespace Weave;

/// <summary>What surrounds the features: page rendering, static files, health, the order of the middleware.</summary>
internal static class ShellHosting
{
    public static void AddShell(this WebApplicationBuilder builder)
    {
        builder.Services.AddLocalization();
        builder.Services.AddRazorComponents();
        builder.Services.AddCascadingAuthenticationState();
        builder.Services.AddAuthorization();
        builder.Services.AddAuthentication();
        builder.Services.AddSignalR();
    }

    public static void UseShell(this WebApplication app)
    {
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
    }

    public static void MapShell(this WebApplication app)
    {
        // Not a log line: it is what whoever typed the command waits for, whatever the log level.
        app.Lifetime.ApplicationStarted.Register(() => Console.WriteLine($"Weave is ready: {string.Join(", ", app.Urls)}"));
        app.MapStaticAssets();
        app.MapRazorComponents<App>();
    }
}
