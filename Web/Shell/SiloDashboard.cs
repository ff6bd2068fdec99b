using Orleans.Dashboard;
using Weave.Members;

namespace Weave.Shell;

/// <summary>Orleans' own dashboard, for administrators.</summary>
internal static class SiloDashboard
{
    private const string Path = "/admin/silo";

    /// <summary>Each count goes through the whole directory of grains.</summary>
    private static readonly TimeSpan CountersEvery = TimeSpan.FromSeconds(10);

    public static void AddSiloDashboard(this WebApplicationBuilder builder) => builder.UseOrleans(silo => silo.AddDashboard(o => o.CounterUpdateIntervalMs = (int)CountersEvery.TotalMilliseconds));

    public static void MapSiloDashboard(this WebApplication app) => app.MapOrleansDashboard(Path).RequireAuthorization(Administrators.Policy);
}
