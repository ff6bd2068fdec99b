using System.Text.Json;
using System.Text.RegularExpressions;
using Weave.Telegram.Emulator.Wire;

namespace Weave.Telegram.Emulator;

/// <summary>The methods that set up the bot: its commands, menu button and descriptions. Called with the server's lock held.</summary>
internal sealed partial class SettingMethods
{
    private static readonly JsonElement DefaultScope = JsonSerializer.SerializeToElement(new { type = "default" });
    private static readonly JsonElement DefaultButton = JsonSerializer.SerializeToElement(new { type = "default" });

    private readonly Dictionary<string, IReadOnlyList<WireCommand>> _commands = new(StringComparer.Ordinal);
    private readonly Dictionary<long, JsonElement> _buttons = [];

    public object SetCommands(ApiRequest request)
    {
        var commands = request.Json<List<WireCommand>>("commands") ?? throw ApiError.Bad("can't parse commands JSON object");
        if (commands.Count > 100)
            throw ApiError.Bad("BOT_COMMANDS_TOO_MUCH");
        if (commands.Exists(command => !Command().IsMatch(command.Command)))
            throw ApiError.Bad("BOT_COMMAND_INVALID");
        if (commands.Exists(command => command.Description.Length is 0 or > 256))
            throw ApiError.Bad("BOT_COMMAND_DESCRIPTION_INVALID");
        _commands[CommandKey(request)] = commands;
        return true;
    }

    public object GetCommands(ApiRequest request) => _commands.GetValueOrDefault(CommandKey(request)) ?? [];

    public object DeleteCommands(ApiRequest request)
    {
        _commands.Remove(CommandKey(request));
        return true;
    }

    /// <summary>What the chat page offers: the commands for private chats in the user's language.</summary>
    public IReadOnlyList<WireCommand> CommandsFor(string? language) =>
        new[] { ("all_private_chats", language), ("default", language), ("all_private_chats", null), ("default", null) }
            .Select(it => _commands.GetValueOrDefault($"{it.Item1}/{it.Item2}")).FirstOrDefault(found => found is { Count: > 0 }) ?? [];

    public object SetMenuButton(ApiRequest request)
    {
        _buttons[request.ChatId ?? 0] = request.Json<JsonElement?>("menu_button") ?? DefaultButton;
        return true;
    }

    public object GetMenuButton(ApiRequest request) =>
        _buttons.TryGetValue(request.ChatId ?? 0, out var own) || _buttons.TryGetValue(0, out own) ? own : DefaultButton;

    private static string CommandKey(ApiRequest request)
    {
        var scope = request.Json<JsonElement?>("scope") ?? DefaultScope;
        var chat = scope.TryGetProperty("chat_id", out var id) ? $":{id}" : "";
        return $"{scope.GetProperty("type").GetString()}{chat}/{request.Text("language_code")}";
    }

    [GeneratedRegex("^[a-z0-9_]{1,32}$")]
    private static partial Regex Command();
}
