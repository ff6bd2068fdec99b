using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Weave.Shell;

namespace Weave.Members;

/// <summary>Who is signed in: a cookie that holds the member's id, and nothing else.</summary>
internal static class Sessions
{
    private const string Scheme = CookieAuthenticationDefaults.AuthenticationScheme;

    /// <summary>Paths that scripts and images ask for: they get a status, not a page to sign in.</summary>
    private static readonly PathString[] Unseen = ["/hubs", "/pictures"];

    public static void AddSessions(this IServiceCollection services) => services.AddAuthentication(Scheme).AddCookie(Scheme, o =>
    {
        o.Cookie.Name = "weave";
        o.Cookie.HttpOnly = true;
        o.Cookie.SameSite = SameSiteMode.Lax;
        o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        o.ExpireTimeSpan = TimeSpan.FromDays(60);
        o.SlidingExpiration = true;
        o.LoginPath = "/sign-in";
        o.ReturnUrlParameter = "ReturnUrl";
        o.Events.OnRedirectToLogin = AskToSignIn;
        o.Events.OnRedirectToAccessDenied = Answer(StatusCodes.Status403Forbidden);
        o.Events.OnValidatePrincipal = EndWhenGone;
    });

    /// <summary>Signs the member in, in the language of their account.</summary>
    public static async Task Begin(HttpContext context, Member member)
    {
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, member.Id.ToString("N", CultureInfo.InvariantCulture))], Scheme);
        await context.SignInAsync(Scheme, new ClaimsPrincipal(identity), new AuthenticationProperties { IsPersistent = true });
        Languages.Remember(context, member.Settings.Language);
    }

    // Reading the form is what has its antiforgery token checked.
    public static void MapSignOut(this WebApplication app) => app.MapPost("/sign-out", async (HttpContext context, IFormCollection _) =>
    {
        await context.SignOutAsync(Scheme);
        return Results.LocalRedirect("/");
    });

    private static Task AskToSignIn(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (Array.Exists(Unseen, path => context.Request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase)))
            return Answer(StatusCodes.Status401Unauthorized)(context);
        context.Response.Redirect(context.RedirectUri);
        return Task.CompletedTask;
    }

    private static Func<RedirectContext<CookieAuthenticationOptions>, Task> Answer(int status) => context =>
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    };

    /// <summary>An account that was given up or erased ends its sessions.</summary>
    private static async Task EndWhenGone(CookieValidatePrincipalContext context)
    {
        var grains = context.HttpContext.RequestServices.GetRequiredService<IGrainFactory>();
        try
        {
            if (Viewer.IdOf(context.Principal!) is { } id)
                await grains.GetGrain<IMemberGrain>(id).Card();
        }
        catch (Refused refused) when (refused.Reason == Refusal.NotFound)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(Scheme);
        }
    }
}
