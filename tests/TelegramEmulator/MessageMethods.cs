using Weave.Telegram.Emulator.Wire;

namespace Weave.Telegram.Emulator;

/// <summary>The methods that send, edit and delete messages. Called with the server's lock held.</summary>
internal sealed class MessageMethods(BotApi api)
{
    private const int MaxText = 4096;
    private const int MaxCaption = 1024;

    private readonly Throttle _throttle = new(api.Options.Limits, api.Options.Time);

    public object SendMessage(ApiRequest request)
    {
        var user = Recipient(request);
        var text = Text(request);
        var keyboard = Keyboards.Read(request);
        _throttle.Count(user.Id);
        return Wire(user, user.Store(true, text, keyboard: keyboard));
    }

    public object SendPhoto(ApiRequest request)
    {
        var user = Recipient(request);
        var caption = Caption(request);
        var keyboard = Keyboards.Read(request);
        var photo = api.Files.Of(request, "photo");
        _throttle.Count(user.Id);
        return Wire(user, user.Store(true, caption, photo, keyboard));
    }

    public object SendDocument(ApiRequest request)
    {
        var user = Recipient(request);
        var caption = Caption(request);
        var keyboard = Keyboards.Read(request);
        var document = request.File("document") ?? throw ApiError.Bad("there is no document in the request");
        _throttle.Count(user.Id);
        return Wire(user, user.Store(true, caption, document: document, keyboard: keyboard));
    }

    public object EditText(ApiRequest request)
    {
        var (user, message) = Editable(request);
        if (!message.IsText)
            throw ApiError.Bad("there is no text in the message to edit");
        return Edit(user, message, Text(request), Keyboards.Read(request));
    }

    public object EditCaption(ApiRequest request)
    {
        var (user, message) = Editable(request);
        if (message.IsText)
            throw ApiError.Bad("there is no caption in the message to edit");
        return Edit(user, message, Caption(request), Keyboards.Read(request));
    }

    public object EditKeyboard(ApiRequest request)
    {
        var (user, message) = Editable(request);
        return Edit(user, message, message.Text, Keyboards.Read(request));
    }

    public object Delete(ApiRequest request)
    {
        var user = Recipient(request);
        var message = user.Find(request.Number("message_id")) ?? throw ApiError.Bad("message to delete not found");
        if (api.Options.Time.GetUtcNow() - message.Sent > TimeSpan.FromHours(48))
            throw ApiError.Bad("message can't be deleted for everyone");
        user.Delete(message);
        return true;
    }

    public object ChatAction(ApiRequest request)
    {
        Recipient(request);
        return true;
    }

    private WireMessage Edit(BotUser user, StoredMessage message, FormattedText text, WireKeyboard? keyboard)
    {
        if (message.Text.Text == text.Text && message.Text.Entities.SequenceEqual(text.Entities) && Keyboards.Same(message.Keyboard, keyboard))
        {
            throw ApiError.Bad("message is not modified: specified new message content and reply markup are exactly the same " +
                "as a current content and reply markup of the message");
        }
        _throttle.Count(user.Id);
        (message.Text, message.Keyboard, message.Edited) = (text, keyboard, api.Options.Time.GetUtcNow());
        user.Show(message);
        return Wire(user, message);
    }

    private (BotUser User, StoredMessage Message) Editable(ApiRequest request)
    {
        var user = Recipient(request);
        var message = user.Find(request.Number("message_id")) ?? throw ApiError.Bad("message to edit not found");
        return message.FromBot ? (user, message) : throw ApiError.Bad("message can't be edited");
    }

    private BotUser Recipient(ApiRequest request)
    {
        if (request.Text("chat_id") is null)
            throw ApiError.Bad("chat_id is empty");
        var user = api.Find(request.ChatId) ?? throw ApiError.Bad("chat not found");
        if (!user.Started)
            throw ApiError.Forbidden("bot can't initiate conversation with a user");
        return user.Blocked ? throw ApiError.Forbidden("bot was blocked by the user") : user;
    }

    private FormattedText Text(ApiRequest request)
    {
        var text = Formatted(request, "text", "entities");
        if (text.Text.Length == 0)
            throw ApiError.Bad("message text is empty");
        return text.Text.Length <= MaxText ? text : throw ApiError.Bad("message is too long");
    }

    private FormattedText Caption(ApiRequest request)
    {
        var caption = Formatted(request, "caption", "caption_entities");
        return caption.Text.Length <= MaxCaption ? caption : throw ApiError.Bad("message caption is too long");
    }

    private FormattedText Formatted(ApiRequest request, string name, string entities)
    {
        var text = request.Text(name) ?? "";
        var formatted = request.Text("parse_mode") switch
        {
            null => new(text, request.Json<List<MessageEntity>>(entities) ?? []),
            { } mode when mode.Equals("HTML", StringComparison.OrdinalIgnoreCase) => HtmlText.Parse(text, Mention, api.Options.KnowsTimes),
            _ => throw ApiError.Bad("unsupported parse_mode"),
        };
        return formatted.Trimmed();
    }

    private MentionedUser? Mention(long id) => api.Find(id) is { } user ? new(user.Id, false, user.FirstName, user.Username) : null;

    private WireMessage Wire(BotUser user, StoredMessage message) => message.ToWire(api.Bot, user.Chat);
}
