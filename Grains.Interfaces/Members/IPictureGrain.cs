namespace Weave.Members;

/// <summary>A member's picture, re-encoded by the edge before it comes here. Key: the member id.</summary>
[Alias("pictureGrain")]
public interface IPictureGrain : IGrainWithGuidKey
{
    /// <summary>Stores at most 200 kB of JPEG and returns its version, a hash of the bytes; null bytes remove it.</summary>
    [Alias("set")]
    Task<string?> Set(byte[]? jpeg);

    /// <summary>The bytes; null when there are none.</summary>
    [Alias("get")]
    Task<byte[]?> Get();
}
