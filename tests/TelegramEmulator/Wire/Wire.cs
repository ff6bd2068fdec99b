using System.Text.Json;
using System.Text.Json.Serialization;

namespace Weave.Telegram.Emulator.Wire;

/// <summary>How the Bot API writes JSON: snake_case, nothing where there is nothing.</summary>
internal static class WireJson
{
    public static JsonSerializerOptions Options { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
    };
}

internal sealed record WireAnswer(bool Ok, object? Result = null, int? ErrorCode = null, string? Description = null, WireParameters? Parameters = null);

internal sealed record WireParameters(int RetryAfter);

internal sealed record WireUser(long Id, bool IsBot, string FirstName, string? Username = null, string? LanguageCode = null)
{
    public bool? CanJoinGroups { get; init; }
    public bool? CanReadAllGroupMessages { get; init; }
    public bool? SupportsInlineQueries { get; init; }
}

internal sealed record WireChat(long Id, string FirstName, string? Username, string Type = "private");

internal sealed record WireMessage(int MessageId, WireUser From, WireChat Chat, long Date)
{
    public long? EditDate { get; init; }
    public string? Text { get; init; }
    public IReadOnlyList<MessageEntity>? Entities { get; init; }
    public IReadOnlyList<WirePhoto>? Photo { get; init; }
    public WireDocument? Document { get; init; }
    public string? Caption { get; init; }
    public IReadOnlyList<MessageEntity>? CaptionEntities { get; init; }
    public WireKeyboard? ReplyMarkup { get; init; }
}

internal sealed record WirePhoto(string FileId, string FileUniqueId, int Width, int Height, int FileSize);

internal sealed record WireDocument(string FileId, string FileUniqueId, int FileSize);

internal sealed record WireFile(string FileId, string FileUniqueId, int FileSize, string FilePath);

internal sealed record WireKeyboard(IReadOnlyList<IReadOnlyList<WireButton>>? InlineKeyboard);

internal sealed record WireButton(string? Text, string? CallbackData = null, string? Url = null, WireWebApp? WebApp = null, JsonElement? LoginUrl = null);

internal sealed record WireWebApp(string Url);

internal sealed record WireCallbackQuery(string Id, WireUser From, WireMessage Message, string ChatInstance, string Data);

internal sealed record WireMembership(WireChat Chat, WireUser From, long Date, WireMember OldChatMember, WireMember NewChatMember);

internal sealed record WireMember(WireUser User, string Status)
{
    public long? UntilDate { get; init; }
}

internal sealed record WireUpdate(int UpdateId)
{
    public WireMessage? Message { get; init; }
    public WireCallbackQuery? CallbackQuery { get; init; }
    public WireMembership? MyChatMember { get; init; }

    [JsonIgnore]
    public string Kind => Message is not null ? "message" : CallbackQuery is not null ? "callback_query" : "my_chat_member";
}

internal sealed record WireWebhook(string Url, bool HasCustomCertificate, int PendingUpdateCount)
{
    public long? LastErrorDate { get; init; }
    public string? LastErrorMessage { get; init; }
    public IReadOnlyCollection<string>? AllowedUpdates { get; init; }
}

internal sealed record WireCommand(string Command, string Description);

internal sealed record WireProfilePhotos(int TotalCount, IReadOnlyList<IReadOnlyList<WirePhoto>> Photos);
