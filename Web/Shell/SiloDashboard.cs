using Orleans.Dashboard;
using Weave.Members;

namespace Weave.Shell;

/// <summary>Orleans' own dashboard, for administrators.</summary>
internal static class SiloDashboard
{
    /// <summary>Signed in, and an administrator of the installation.</summary>
    public const string Administrator = nameof(Administrator);

    private const string Path = "/admin/silo";

    public static void AddSiloDashboard(this WebApplicationBuilder builder)
    {
        builder.UseOrleans(silo => silo.AddDashboard());
        builder.Services.AddAuthorizationBuilder().AddPolicy(Administrator, policy => policy
            .RequireAuthenticatedUser()
            .RequireAssertion(async context => context.Resource is HttpContext http && Viewer.IdOf(context.User) is { } member
                && await http.RequestServices.GetRequiredService<IGrainFactory>().GetGrain<ISiteGrain>(0).IsAdministrator(member)));
    }

    public static void MapSiloDashboard(this WebApplication app) => app.MapOrleansDashboard(Path).RequireAuthorization(Administrator);
}
