using System.Globalization;
using System.Text.Json;
using Weave.Telegram.Emulator.Wire;

namespace Weave.Telegram.Emulator;

/// <summary>The parameters of a call, whichever way they came: query, form, multipart or JSON.</summary>
internal sealed class ApiRequest
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, byte[]> _files = new(StringComparer.Ordinal);

    public required CancellationToken Aborted { get; init; }

    public long? ChatId => long.TryParse(Text("chat_id"), NumberStyles.Integer, CultureInfo.InvariantCulture, out var id) ? id : null;

    public static async Task<ApiRequest> Read(HttpRequest http)
    {
        var request = new ApiRequest { Aborted = http.HttpContext.RequestAborted };
        foreach (var (name, value) in http.Query)
            request._values[name] = value.ToString();
        if (http.HasFormContentType)
            await request.ReadForm(http);
        else if (http.HasJsonContentType() && http.ContentLength != 0)
            await request.ReadJson(http);
        return request;
    }

    /// <summary>The value, or null when it is absent or empty.</summary>
    public string? Text(string name) => _values.TryGetValue(name, out var value) && value.Length > 0 ? value : null;

    public int? Number(string name) => int.TryParse(Text(name), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;

    public bool Flag(string name) => Text(name) is "true" or "True" or "1";

    public bool Has(string name) => _values.ContainsKey(name);

    public T? Json<T>(string name)
    {
        if (Text(name) is not { } text)
            return default;
        try
        {
            return JsonSerializer.Deserialize<T>(text, WireJson.Options);
        }
        catch (JsonException)
        {
            throw ApiError.Bad($"can't parse {name.Replace('_', ' ')} JSON object");
        }
    }

    /// <summary>The bytes uploaded under that name, or under the one its value refers to by <c>attach://</c>.</summary>
    public byte[]? File(string name)
    {
        const string Attach = "attach://";
        if (Text(name) is { } text && text.StartsWith(Attach, StringComparison.Ordinal))
            name = text[Attach.Length..];
        return _files.GetValueOrDefault(name);
    }

    private async Task ReadForm(HttpRequest http)
    {
        var form = await http.ReadFormAsync(Aborted);
        foreach (var (name, value) in form)
            _values[name] = value.ToString();
        foreach (var file in form.Files)
        {
            using var bytes = new MemoryStream();
            await file.CopyToAsync(bytes, Aborted);
            _files[file.Name] = bytes.ToArray();
        }
    }

    private async Task ReadJson(HttpRequest http)
    {
        try
        {
            using var json = await JsonDocument.ParseAsync(http.Body, cancellationToken: Aborted);
            foreach (var property in json.RootElement.EnumerateObject())
                _values[property.Name] = property.Value.ValueKind == JsonValueKind.String ? property.Value.GetString()! : property.Value.GetRawText();
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw ApiError.Bad("can't parse JSON object");
        }
    }
}
