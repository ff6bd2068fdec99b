using Orleans.Dashboard;
using Weave.Members;

namespace Weave.Shell;

/// <summary>Orleans' own dashboard, for administrators.</summary>
internal static class SiloDashboard
{
    private const string Path = "/admin/silo";

    /// <summary>Counting takes as much as a small room.</summary>
    private static readonly TimeSpan CountersEvery = TimeSpan.FromSeconds(10);

    public static void AddSiloDashboard(this WebApplicationBuilder builder) => builder.UseOrleans(silo => silo.AddDashboard(o => o.CounterUpdateIntervalMs = (int)CountersEvery.TotalMilliseconds));

    public static void MapSiloDashboard(this WebApplication app) => app.MapOrleansDashboard(Path).RequireAuthorization(Administrators.Policy);
}
