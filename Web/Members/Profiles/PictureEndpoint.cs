using System.Globalization;
using Weave.Shell;

namespace Weave.Members;

/// <summary>Members' pictures, for members. The version is part of the address, so that a browser may keep them for good.</summary>
internal static class PictureEndpoint
{
    public static void MapPictures(this WebApplication app) => app.MapGet("/pictures/{member}/{version}", Show).RequireAuthorization();

    private static async Task<IResult> Show(string member, string version, IGrainFactory grains, Viewer viewer, HttpContext context)
    {
        if (!Guid.TryParseExact(member, "N", out var id) || !await IsShown(grains, id, version) || await grains.GetGrain<IStancesGrain>(0).Blocked(viewer.Require(), id) || await grains.GetGrain<IPictureGrain>(id).Get() is not { } jpeg)
            return Results.NotFound();
        context.Response.Headers.CacheControl = string.Create(CultureInfo.InvariantCulture, $"private, max-age={TimeSpan.FromDays(365).TotalSeconds}, immutable");
        return Results.Bytes(jpeg, "image/jpeg");
    }

    private static async Task<bool> IsShown(IGrainFactory grains, Guid member, string version)
    {
        try
        {
            return (await grains.GetGrain<IMemberGrain>(member).Card()).Profile.Picture == version;
        }
        catch (Refused refused) when (refused.Reason == Refusal.NotFound)
        {
            return false;
        }
    }
}
