using Weave.Shell;

namespace Weave.Members;

/// <summary>Everything Weave holds about the viewer, as a file.</summary>
internal static class ExportEndpoint
{
    public const string Path = "/me/weave.json";

    public static void MapExport(this WebApplication app) => app.MapGet(Path, async (HttpContext context, Viewer viewer, IGrainFactory grains) =>
    {
        var export = await grains.GetGrain<IPersonalDataGrain>(viewer.Require()).Export();
        context.Response.Headers.CacheControl = "private, no-store";
        return Results.Bytes(export, "application/json", "weave.json");
    }).RequireAuthorization();
}
