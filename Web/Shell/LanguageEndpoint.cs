using Microsoft.AspNetCore.Mvc;
using Weave.Members;

namespace Weave.Shell;

/// <summary>The switch in the footer: remembered by the browser, and by the account of one who is signed in.</summary>
internal static class LanguageEndpoint
{
    public static void MapLanguage(this WebApplication app) => app.MapPost("/language", Choose);

    private static async Task<IResult> Choose([FromForm] string language, [FromForm] string? returnTo, HttpContext context, Viewer viewer, IGrainFactory grains)
    {
        Languages.Remember(context, language);
        if (await viewer.Member() is { } member)
            await grains.GetGrain<IMemberGrain>(member.Id).SetSettings(member.Settings with { Language = Languages.Nearest(language) });
        return Results.LocalRedirect(LocalPath.OrHome(returnTo));
    }
}
