using SkiaSharp;

namespace Weave.Members;

/// <summary>
/// Makes the middle of any picture a square JPEG of at most <see cref="ProfileLimits.Picture"/> bytes, upright and without what a camera wrote into it.
/// Two at a time: a picture takes many times its file's size in memory.
/// </summary>
internal sealed class SquareJpeg : IDisposable
{
    private const int Side = 512;

    /// <summary>More than any camera of today's phones; a small file can claim far more.</summary>
    private const long MaxPixels = 64_000_000;

    /// <summary>Those without a scaled way of decoding are held in memory whole.</summary>
    private const long MaxPixelsWhole = 24_000_000;

    private static readonly SKSamplingOptions Smooth = new(SKFilterMode.Linear, SKMipmapMode.Linear);
    private readonly SemaphoreSlim _free = new(2);

    /// <summary>The JPEG; null when the bytes are no picture that is taken.</summary>
    public async Task<byte[]?> From(byte[] file)
    {
        await _free.WaitAsync();
        try
        {
            return await Task.Run(() => Make(file));
        }
        finally
        {
            _free.Release();
        }
    }

    public void Dispose() => _free.Dispose();

    private static byte[]? Make(byte[] file)
    {
        using var data = SKData.CreateCopy(file);
        using var codec = SKCodec.Create(data);
        if (codec is null || codec.EncodedFormat is not (SKEncodedImageFormat.Jpeg or SKEncodedImageFormat.Png or SKEncodedImageFormat.Gif or SKEncodedImageFormat.Webp)
            || !Fits(codec.Info.Width, codec.Info.Height, MaxPixels))
            return null;
        // Twice the size wanted is enough to be scaled down well.
        var size = codec.GetScaledDimensions(Math.Min(1f, 2f * Side / Math.Min(codec.Info.Width, codec.Info.Height)));
        if (!Fits(size.Width, size.Height, MaxPixelsWhole))
            return null;
        using var bitmap = new SKBitmap();
        if (!bitmap.TryAllocPixels(new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, SKAlphaType.Premul))
            || codec.GetPixels(bitmap.Info, bitmap.GetPixels()) is not (SKCodecResult.Success or SKCodecResult.IncompleteInput))
            return null;
        return Encode(bitmap, codec.EncodedOrigin);
    }

    private static bool Fits(int width, int height, long most) => width > 0 && height > 0 && (long)width * height <= most;

    private static byte[]? Encode(SKBitmap bitmap, SKEncodedOrigin origin)
    {
        var cut = Math.Min(bitmap.Width, bitmap.Height);
        var side = Math.Min(Side, cut);
        var (width, height) = origin >= SKEncodedOrigin.LeftTop ? (bitmap.Height, bitmap.Width) : (bitmap.Width, bitmap.Height);
        using var surface = SKSurface.Create(new SKImageInfo(side, side, SKColorType.Rgba8888, SKAlphaType.Opaque));
        var canvas = surface.Canvas;
        canvas.Clear(SKColors.White);
        canvas.Scale((float)side / cut);
        canvas.Translate(-(width - cut) / 2f, -(height - cut) / 2f);
        canvas.Concat(Upright(origin, bitmap.Width, bitmap.Height));
        using var picture = SKImage.FromBitmap(bitmap);
        canvas.DrawImage(picture, 0, 0, Smooth);
        using var square = surface.Snapshot();
        foreach (var quality in (ReadOnlySpan<int>)[88, 75, 50])
        {
            using var jpeg = square.Encode(SKEncodedImageFormat.Jpeg, quality);
            if (jpeg.Size <= ProfileLimits.Picture)
                return jpeg.ToArray();
        }
        return null;
    }

    /// <summary>Turns a picture of that width and height as its camera says it was held (Exif orientation 1 to 8).</summary>
    private static SKMatrix Upright(SKEncodedOrigin origin, float w, float h) => origin switch
    {
        SKEncodedOrigin.TopRight => new(-1, 0, w, 0, 1, 0, 0, 0, 1),
        SKEncodedOrigin.BottomRight => new(-1, 0, w, 0, -1, h, 0, 0, 1),
        SKEncodedOrigin.BottomLeft => new(1, 0, 0, 0, -1, h, 0, 0, 1),
        SKEncodedOrigin.LeftTop => new(0, 1, 0, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightTop => new(0, -1, h, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightBottom => new(0, -1, h, -1, 0, w, 0, 0, 1),
        SKEncodedOrigin.LeftBottom => new(0, 1, 0, -1, 0, w, 0, 0, 1),
        _ => SKMatrix.Identity,
    };
}
