using Microsoft.AspNetCore.Authorization;
using Weave.Members;

namespace Weave;

/// <summary>Accounts, sessions and profiles.</summary>
internal static class MembersHosting
{
    public static void AddMembers(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        builder.AddSettings<RateLimitOptions>(RateLimitOptions.Section);
        services.AddSessions();
        services.AddAuthorizationBuilder().AddPolicy(Administrators.Policy, policy => policy
            .RequireAuthenticatedUser().AddRequirements(new Administrators.Requirement()));
        services.AddSingleton<IAuthorizationHandler, Administrators>();
        services.AddSingleton<SignInLimits>();
        services.AddScoped<SignInLinks>();
        services.AddSingleton<SquareJpeg>();
        services.AddSingleton<PictureUploads>();
        services.AddHostedService<SetupAnnouncer>();
    }

    public static void MapMembers(this WebApplication app)
    {
        app.MapSignOut();
        app.MapPictures();
        app.MapExport();
    }
}
