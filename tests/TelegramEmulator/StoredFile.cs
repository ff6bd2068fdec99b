using Weave.Telegram.Emulator.Wire;

namespace Weave.Telegram.Emulator;

/// <summary>A picture the server holds.</summary>
internal sealed record StoredFile(string Id, byte[] Bytes)
{
    /// <summary>What a picture measures says nothing to a bot's logic: one size stands for all.</summary>
    private const int Side = 640;

    public string Path => $"photos/{Id}.jpg";

    public IReadOnlyList<WirePhoto> ToWire() => [new(Id, $"u{Id}", Side, Side, Bytes.Length)];
}
