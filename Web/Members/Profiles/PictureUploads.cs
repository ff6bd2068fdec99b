namespace Weave.Members;

/// <summary>Takes pictures from members: made square and small, then stored, then shown.</summary>
internal sealed class PictureUploads(IGrainFactory grains, SquareJpeg square)
{
    private const long MaxBytes = 8 * 1024 * 1024;

    /// <summary>Refuses at the field Picture what is no picture, or too large a one.</summary>
    public async Task Store(Guid member, IFormFile? file)
    {
        if (file is null || file.Length == 0)
            throw new Refused(Refusal.Required, nameof(Profile.Picture));
        if (file.Length > MaxBytes)
            throw new Refused(Refusal.TooLong, nameof(Profile.Picture));
        using var bytes = new MemoryStream((int)file.Length);
        await file.CopyToAsync(bytes);
        await Set(member, await square.From(bytes.ToArray()) ?? throw new Refused(Refusal.Invalid, nameof(Profile.Picture)));
    }

    public Task Remove(Guid member) => Set(member, null);

    private async Task Set(Guid member, byte[]? jpeg)
    {
        var version = await grains.GetGrain<IPictureGrain>(member).Set(jpeg);
        await grains.GetGrain<IMemberGrain>(member).SetPicture(version);
    }
}
