using Weave.Telegram.Emulator.Wire;

namespace Weave.Telegram.Emulator;

/// <summary>The methods by name; Telegram does not mind the case.</summary>
internal sealed class Methods
{
    private readonly BotApi _api;
    private readonly Dictionary<string, Func<ApiRequest, ValueTask<object?>>> _methods;

    public Methods(BotApi api)
    {
        _api = api;
        _methods = new(StringComparer.OrdinalIgnoreCase)
        {
            ["getMe"] = Do(_ => api.Bot with { CanJoinGroups = false, CanReadAllGroupMessages = false, SupportsInlineQueries = false }),
            ["getUpdates"] = api.Poll.Take,
            ["setWebhook"] = Do(SetWebhook),
            ["deleteWebhook"] = Do(request => api.Webhook.Delete(request)),
            ["getWebhookInfo"] = Do(_ => api.Webhook.Info()),
            ["sendMessage"] = Do(api.Messages.SendMessage),
            ["sendPhoto"] = Do(api.Messages.SendPhoto),
            ["sendDocument"] = Do(api.Messages.SendDocument),
            ["editMessageText"] = Do(api.Messages.EditText),
            ["editMessageCaption"] = Do(api.Messages.EditCaption),
            ["editMessageReplyMarkup"] = Do(api.Messages.EditKeyboard),
            ["deleteMessage"] = Do(api.Messages.Delete),
            ["sendChatAction"] = Do(api.Messages.ChatAction),
            ["answerCallbackQuery"] = Do(request => api.Callbacks.Answer(request)),
            ["setMyCommands"] = Do(api.Settings.SetCommands),
            ["getMyCommands"] = Do(api.Settings.GetCommands),
            ["deleteMyCommands"] = Do(api.Settings.DeleteCommands),
            ["setChatMenuButton"] = Do(api.Settings.SetMenuButton),
            ["getChatMenuButton"] = Do(api.Settings.GetMenuButton),
            ["setMyName"] = Do(_ => true),
            ["setMyDescription"] = Do(_ => true),
            ["setMyShortDescription"] = Do(_ => true),
            ["getFile"] = Do(request => api.Files.Get(request.Text("file_id"))),
            ["getUserProfilePhotos"] = Do(ProfilePhotos),
        };
    }

    public ValueTask<object?> Run(string method, ApiRequest request) =>
        _methods.TryGetValue(method, out var run) ? run(request) : throw new ApiError(404, "Not Found");

    private Func<ApiRequest, ValueTask<object?>> Do(Func<ApiRequest, object> method) => request =>
    {
        lock (_api.Gate)
            return ValueTask.FromResult<object?>(method(request));
    };

    private object SetWebhook(ApiRequest request)
    {
        var done = _api.Webhook.Set(request);
        _api.Poll.Displace();
        return done;
    }

    private object ProfilePhotos(ApiRequest request)
    {
        var user = _api.Find(long.TryParse(request.Text("user_id"), out var id) ? id : null) ?? throw ApiError.Bad("user not found");
        return user.Picture is { } picture ? new WireProfilePhotos(1, [picture.ToWire()]) : new WireProfilePhotos(0, []);
    }
}
