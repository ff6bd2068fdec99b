using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Weave.Members;
using Weave.Shell;

namespace Weave.Telegram;

/// <summary>
/// Signs in whom Telegram vouches for. Instead of an antiforgery cookie, which a frame has not got, it asks where the form comes from: nobody else's page may sign a visitor
/// in as somebody.
/// </summary>
internal static class MiniAppEndpoint
{
    public static void MapMiniApp(this WebApplication app) => app.MapPost($"{MiniApp.Path}/open", Open).AllowAnonymous().DisableAntiforgery();

    private static async Task<IResult> Open(
        HttpContext context, [FromForm] string? initData, [FromForm] string? to, IOptions<TelegramOptions> options, IOptions<SiteOptions> site, IGrainFactory grains, TimeProvider time,
        Flash flash, IStringLocalizer<MiniAppTexts> texts)
    {
        if (!IsOurs(context.Request, site.Value))
            return Results.Text("", "text/plain", statusCode: StatusCodes.Status403Forbidden);
        if (InitData.Verify(initData, options.Value.Token!, time.GetUtcNow()) is not { } user)
        {
            flash.Say(texts["Stale"]);
            return Results.LocalRedirect("/sign-in");
        }
        var id = await grains.GetGrain<IAccountGrain>(AccountKey.Telegram(user.Id)).FindOrCreate(new NewMember
        {
            Name = TelegramName.Of(user),
            Language = Languages.Nearest(user.LanguageCode),
            Telegram = new TelegramLink(user.Id, user.Username),
        });
        var member = await grains.GetGrain<IMemberGrain>(id).Get();
        await Sessions.Begin(context, member);
        context.Response.Headers.CacheControl = "no-store";
        return Results.LocalRedirect(LocalPath.OrHome(to) is var page && page == "/" && member.NextQuestion is not null ? "/welcome" : page);
    }

    private static bool IsOurs(HttpRequest request, SiteOptions site) => request.Headers.Origin is [{ Length: > 0 } origin]
        && (Same(origin, $"{request.Scheme}://{request.Host}") || (site.Url is { } own && Same(origin, own.GetLeftPart(UriPartial.Authority))));

    private static bool Same(string origin, string ours) => string.Equals(origin, ours, StringComparison.OrdinalIgnoreCase);
}
