using System.Globalization;
using Weave.Telegram.Emulator.Wire;

namespace Weave.Telegram.Emulator;

/// <summary>The pictures the server holds, by the ids it gave them.</summary>
internal sealed class Files
{
    private readonly Dictionary<string, StoredFile> _files = new(StringComparer.Ordinal);

    public StoredFile Add(byte[] bytes)
    {
        if (!IsPicture(bytes))
            throw ApiError.Bad("IMAGE_PROCESS_FAILED");
        var file = new StoredFile(string.Create(CultureInfo.InvariantCulture, $"AgACAgIAAx{_files.Count + 1:D6}"), bytes);
        _files[file.Id] = file;
        return file;
    }

    /// <summary>The picture a call sends: uploaded with it, or known by its id.</summary>
    public StoredFile Of(ApiRequest request, string name)
    {
        if (request.File(name) is { } bytes)
            return Add(bytes);
        if (request.Text(name) is not { } id)
            throw ApiError.Bad("there is no photo in the request");
        if (id.StartsWith("http", StringComparison.OrdinalIgnoreCase))
            throw ApiError.Bad("failed to get HTTP URL content");
        return _files.GetValueOrDefault(id) ?? throw ApiError.Bad("wrong file identifier/HTTP URL specified");
    }

    public WireFile Get(string? id) => _files.GetValueOrDefault(id ?? "") is { } file
        ? new(file.Id, $"u{file.Id}", file.Bytes.Length, file.Path)
        : throw ApiError.Bad("invalid file_id");

    public StoredFile? At(string path) => _files.Values.FirstOrDefault(file => file.Path == path);

    private static bool IsPicture(ReadOnlySpan<byte> bytes) =>
        bytes is [0xFF, 0xD8, 0xFF, ..] or [0x89, (byte)'P', (byte)'N', (byte)'G', ..] or [(byte)'R', (byte)'I', (byte)'F', (byte)'F', ..];
}
