using System.Text;
using System.Text.Json;
using Weave.Telegram.Emulator.Wire;

namespace Weave.Telegram.Emulator;

/// <summary>Reads <c>reply_markup</c> and refuses what Telegram would refuse.</summary>
internal static class Keyboards
{
    private const int MaxData = 64;

    /// <summary>The inline keyboard; null for none, for an empty one and for keyboards of other kinds.</summary>
    public static WireKeyboard? Read(ApiRequest request)
    {
        var keyboard = request.Json<WireKeyboard>("reply_markup");
        if (keyboard?.InlineKeyboard is not { Count: > 0 } rows)
            return null;
        foreach (var button in rows.SelectMany(row => row))
            Check(button);
        return rows.Any(row => row.Count > 0) ? keyboard : null;
    }

    public static bool Same(WireKeyboard? one, WireKeyboard? other) =>
        JsonSerializer.Serialize(one, WireJson.Options) == JsonSerializer.Serialize(other, WireJson.Options);

    public static IReadOnlyList<IReadOnlyList<ChatButton>> Shown(WireKeyboard? keyboard) => keyboard?.InlineKeyboard is not { } rows ? []
        : [.. rows.Select(row => (IReadOnlyList<ChatButton>)[.. row.Select(button => new ChatButton(button.Text!, button.CallbackData, button.Url ?? button.WebApp?.Url, button.WebApp is not null))])];

    private static void Check(WireButton button)
    {
        if (string.IsNullOrEmpty(button.Text))
            throw ApiError.Bad("can't parse inline keyboard button: Field \"text\" must be of type String");
        if (button.Url is { } url)
        {
            if (LinkRules.Problem(url) is { } problem)
                throw ApiError.Bad($"inline keyboard button URL '{url}' is invalid: {problem}");
        }
        else if (button.WebApp is { } app)
        {
            // As Telegram's servers for tests do, it opens pages of this machine without https.
            if (!app.Url.StartsWith("https://", StringComparison.OrdinalIgnoreCase) && !(Uri.TryCreate(app.Url, UriKind.Absolute, out var uri) && uri.IsLoopback))
                throw ApiError.Bad($"inline keyboard button Web App URL '{app.Url}' is invalid: Only HTTPS links are allowed");
        }
        else if (button.CallbackData is { } data)
        {
            if (data.Length == 0 || Encoding.UTF8.GetByteCount(data) > MaxData)
                throw ApiError.Bad("BUTTON_DATA_INVALID");
        }
        else if (button.LoginUrl is null)
        {
            throw ApiError.Bad("text buttons are unallowed in the inline keyboard");
        }
    }
}
