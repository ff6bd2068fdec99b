using System.Buffers.Binary;
using System.Net;
using SkiaSharp;
using Xunit;

namespace Weave.Members;

public sealed class PictureTests(WeaveApp weave) : IClassFixture<WeaveApp>
{
    [Theory]
    [InlineData(SKEncodedImageFormat.Png)]
    [InlineData(SKEncodedImageFormat.Jpeg)]
    [InlineData(SKEncodedImageFormat.Webp)]
    public async Task A_picture_becomes_a_small_square(SKEncodedImageFormat format)
    {
        var (anna, id) = await weave.SignedIn("Anna");
        using var _ = anna;

        await Upload(anna, Draw(1200, 700, format));

        Assert.Contains("Your picture is there", anna.Text, StringComparison.Ordinal);
        var jpeg = await weave.Grains.GetGrain<IPictureGrain>(id).Get();
        using var picture = SKBitmap.Decode(jpeg);
        Assert.Equal((512, 512), (picture.Width, picture.Height));
    }

    [Fact]
    public async Task A_photo_stands_upright_and_loses_what_the_camera_wrote()
    {
        var (anna, id) = await weave.SignedIn("Anna");
        using var _ = anna;

        // Red on the left, blue on the right, held so that left is up.
        await Upload(anna, Turned(Draw(600, 600, SKEncodedImageFormat.Jpeg), orientation: 6));

        var jpeg = await weave.Grains.GetGrain<IPictureGrain>(id).Get();
        Assert.Equal(-1, jpeg.AsSpan().IndexOf("Exif"u8));
        using var picture = SKBitmap.Decode(jpeg);
        var (top, bottom) = (picture.GetPixel(256, 60), picture.GetPixel(256, 450));
        Assert.True(top.Red > 200 && top.Blue < 60, top.ToString());
        Assert.True(bottom.Blue > 200 && bottom.Red < 60, bottom.ToString());
    }

    [Fact]
    public async Task What_is_no_picture_is_refused_at_the_field()
    {
        var (anna, id) = await weave.SignedIn("Anna");
        using var _ = anna;

        await Upload(anna, "<svg onload=alert(1)>"u8.ToArray());

        Assert.Contains("id=\"Picture-error\"", anna.Html, StringComparison.Ordinal);
        Assert.Null((await weave.Grains.GetGrain<IMemberGrain>(id).Get()).Profile.Picture);
    }

    [Fact]
    public async Task A_small_file_that_claims_to_be_huge_is_refused()
    {
        var (anna, _) = await weave.SignedIn("Anna");
        using var __ = anna;
        var bomb = Draw(8, 8, SKEncodedImageFormat.Png);
        BinaryPrimitives.WriteInt32BigEndian(bomb.AsSpan(16), 60_000);
        BinaryPrimitives.WriteInt32BigEndian(bomb.AsSpan(20), 60_000);

        await Upload(anna, bomb);

        Assert.Contains("id=\"Picture-error\"", anna.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_over_eight_megabytes_is_refused()
    {
        var (anna, _) = await weave.SignedIn("Anna");
        using var __ = anna;

        await Upload(anna, new byte[(8 * 1024 * 1024) + 1]);

        Assert.Contains("id=\"Picture-error\"", anna.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_file_at_all_is_asked_for()
    {
        var (anna, _) = await weave.SignedIn("Anna");
        using var __ = anna;

        await (await anna.Open("/me")).Send("picture");

        Assert.Contains("id=\"Picture-error\"", anna.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_is_for_members_and_gone_when_removed()
    {
        var (anna, id) = await weave.SignedIn("Anna");
        using var _ = anna;
        await Upload(anna, Draw(600, 600, SKEncodedImageFormat.Png));
        var path = $"/pictures/{id:N}/{(await weave.Grains.GetGrain<IMemberGrain>(id).Get()).Profile.Picture}";
        Assert.Contains(path, anna.Html, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.OK, (await anna.Open(path)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await anna.Open($"/pictures/{id:N}/another")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await anna.Open("/pictures/nobody/1")).Status);
        using var stranger = new Visitor(weave.Url);
        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.Open(path)).Status);

        await (await anna.Open("/me")).Send("no-picture");
        Assert.Equal(HttpStatusCode.NotFound, (await anna.Open(path)).Status);
    }

    private static async Task Upload(Visitor visitor, byte[] file) =>
        await (await visitor.Open("/me")).Send("picture", [], [("Picture", file)]);

    private static byte[] Draw(int width, int height, SKEncodedImageFormat format)
    {
        using var bitmap = new SKBitmap(width, height);
        using (var canvas = new SKCanvas(bitmap))
        {
            canvas.Clear(SKColors.Blue);
            using var red = new SKPaint { Color = SKColors.Red };
            canvas.DrawRect(0, 0, width / 2f, height, red);
        }
        using var data = bitmap.Encode(format, 90);
        return data.ToArray();
    }

    /// <summary>The JPEG with an Exif block that holds nothing but the orientation.</summary>
    private static byte[] Turned(byte[] jpeg, byte orientation) =>
    [
        .. jpeg.AsSpan(0, 2),
        0xFF, 0xE1, 0, 34, .. "Exif\0\0"u8, .. "MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0,
        .. jpeg.AsSpan(2),
    ];
}
