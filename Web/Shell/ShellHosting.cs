using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Diagnostics;
using Weave.Shell;

namespace Weave;

/// <summary>What surrounds the features: page rendering, static files, languages, errors, the order of the middleware.</summary>
internal static class ShellHosting
{
    public static void AddShell(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(o => o.AddServerHeader = false);
        builder.Services.AddLocalization();
        // Letters of all scripts as they are; what has a meaning in HTML is still escaped.
        builder.Services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddRazorComponents();
        builder.Services.AddCascadingAuthenticationState();
        builder.Services.AddAuthorization();
        builder.Services.AddAuthentication();
        builder.AddSessionKeys();
        builder.AddSiloDashboard();
        builder.Services.AddSignalR();
        builder.Services.AddResponseCompression(o => o.EnableForHttps = false);
        builder.AddSettings<SiteOptions>(SiteOptions.Section);
        builder.Services.AddSingleton<SiteAddress>();
        builder.Services.AddScoped<Viewer>();
        builder.Services.AddScoped<Flash>();
        builder.Services.AddSingleton<Refusals>();
    }

    public static void UseShell(this WebApplication app)
    {
        app.UseResponseCompression();
        app.UseSecurityHeaders();
        app.UseRequestLocalization(o =>
        {
            string[] languages = [.. Languages.All.Select(l => l.Code)];
            o.SetDefaultCulture("en").AddSupportedCultures(languages).AddSupportedUICultures(languages);
            o.ApplyCurrentCultureToResponseHeaders = true;
        });
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = "/error",
            StatusCodeSelector = StatusOf,
            // A request's navigation manager serves one page: the one that says what went wrong needs another.
            CreateScopeForErrors = true,
            // A refusal is an answer, not a fault.
            SuppressDiagnosticsCallback = context => context.Exception is Refused,
        });
        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        app.UseStaleForms();
        app.UseAuthentication();
        app.UseReadyViewer();
        app.UseAuthorization();
        app.UseAntiforgery();
    }

    public static void MapShell(this WebApplication app)
    {
        // Not a log line: it is what whoever typed the command waits for, whatever the log level.
        app.Lifetime.ApplicationStarted.Register(() => Console.WriteLine($"Weave is ready: {string.Join(", ", app.Urls)}"));
        app.MapStaticAssets();
        app.MapHealth();
        app.MapSiloDashboard();
        app.MapLanguage();
        app.MapRazorComponents<App>();
    }

    /// <summary>A page shown in place of another is sent as it first stands, so what its frame says of the viewer is read beforehand.</summary>
    private static void UseReadyViewer(this WebApplication app) => app.Use(async (context, next) =>
    {
        if (context.Features.Get<IStatusCodeReExecuteFeature>() is not null)
            await context.RequestServices.GetRequiredService<Viewer>().Member();
        await next(context);
    });

    private static int StatusOf(Exception exception) => (exception as Refused)?.Reason switch
    {
        null => StatusCodes.Status500InternalServerError,
        Refusal.NotFound => StatusCodes.Status404NotFound,
        Refusal.NotSignedIn => StatusCodes.Status401Unauthorized,
        Refusal.NotAMember or Refusal.NotAnOrganizer or Refusal.NotAnAdministrator or Refusal.AwaitingApproval => StatusCodes.Status403Forbidden,
        Refusal.TooMany => StatusCodes.Status429TooManyRequests,
        _ => StatusCodes.Status400BadRequest,
    };
}
