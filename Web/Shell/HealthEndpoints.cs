using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace Weave.Shell;

/// <summary>For whoever restarts the process (live: it answers at all) and whoever sends it requests (ready: it can do its work).</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready").AllowAnonymous();
    }
}
