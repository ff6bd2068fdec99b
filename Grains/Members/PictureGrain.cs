using System.Security.Cryptography;

namespace Weave.Members;

/// <summary>The bytes of one picture, kept apart from the member so that a profile stays small to read.</summary>
internal sealed class PictureGrain([PersistentState("state")] IPersistentState<PictureGrain.State> state) : Grain, IPictureGrain
{
    public async Task<string?> Set(byte[]? jpeg)
    {
        if (jpeg is null)
        {
            if (state.RecordExists)
                await state.ClearStateAsync();
            return null;
        }
        if (jpeg.Length > ProfileLimits.Picture)
            throw new Refused(Refusal.TooLong, nameof(Profile.Picture));
        if (!jpeg.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
            throw new Refused(Refusal.Invalid, nameof(Profile.Picture));
        await state.Store(new State { Jpeg = jpeg });
        return Convert.ToHexStringLower(SHA256.HashData(jpeg).AsSpan(0, 8));
    }

    public Task<byte[]?> Get() => Task.FromResult(state.State.Jpeg);

    [GenerateSerializer, Alias("pictureState")]
    internal sealed record State
    {
        [Id(0)] public byte[]? Jpeg { get; init; }
    }
}
