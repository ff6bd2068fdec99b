using QRCoder;

namespace Weave.Telegram;

/// <summary>A link to the bot as a QR code, for who reads the page on one device and has Telegram on another.</summary>
internal static class BotQr
{
    private const int ModulePixels = 6;

    /// <summary>The picture as an address that holds it: a link with a secret is no address to be fetched, cached and logged.</summary>
    public static string Of(string link)
    {
        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(link, QRCodeGenerator.ECCLevel.M);
        using var code = new PngByteQRCode(data);
        return $"data:image/png;base64,{Convert.ToBase64String(code.GetGraphic(ModulePixels))}";
    }
}
