using Orleans.Dashboard;
using Weave.Members;

namespace Weave.Shell;

/// <summary>Orleans' own dashboard, for administrators.</summary>
internal static class SiloDashboard
{
    private const string Path = "/admin/silo";

    public static void AddSiloDashboard(this WebApplicationBuilder builder) => builder.UseOrleans(silo => silo.AddDashboard());

    public static void MapSiloDashboard(this WebApplication app) => app.MapOrleansDashboard(Path).RequireAuthorization(Administrators.Policy);
}
