using QRCoder;
using Weave.Shell;

namespace Weave.Communities;

/// <summary>The invite link as a QR code.</summary>
internal static class InviteQr
{
    private const int ModulePixels = 8;

    public static void MapInviteQr(this WebApplication app) => app.MapGet("/join/{slug}/qr.svg", Draw);

    private static IResult Draw(string slug, SiteAddress site, HttpContext context)
    {
        if (!Slug.IsValid(slug))
            return Results.NotFound();
        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(site.Link($"/join/{slug}"), QRCodeGenerator.ECCLevel.M);
        using var code = new SvgQRCode(data);
        context.Response.Headers.CacheControl = "public, max-age=86400";
        return Results.Text(code.GetGraphic(ModulePixels), "image/svg+xml");
    }
}
