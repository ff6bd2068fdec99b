using Telegram.Bot;
using Telegram.Bot.Types;
using Weave.Members;

namespace Weave.Telegram;

/// <summary>Takes a photo sent to the bot as the member's picture.</summary>
internal sealed class IncomingPictures(BotClient api, SquareJpeg square, IGrainFactory grains)
{
    private const int Enough = 512;
    private const long MaxBytes = 8 * 1024 * 1024;

    /// <summary>The member with the picture; null when it cannot be used.</summary>
    public async Task<Member?> Take(Guid member, PhotoSize[] sizes)
    {
        // Telegram offers several sizes: the smallest that is large enough, else the largest.
        var size = sizes.OrderBy(size => size.Width).FirstOrDefault(size => Math.Min(size.Width, size.Height) >= Enough) ?? sizes.MaxBy(size => size.Width);
        if (size is null || size.FileSize > MaxBytes)
            return null;
        using var bytes = new MemoryStream();
        await api.Client.GetInfoAndDownloadFile(size.FileId, bytes);
        if (await square.From(bytes.ToArray()) is not { } jpeg)
            return null;
        var grain = grains.GetGrain<IMemberGrain>(member);
        await grain.SetPicture(await grains.GetGrain<IPictureGrain>(member).Set(jpeg));
        return await grain.Get();
    }
}
