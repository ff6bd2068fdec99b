using Weave.Telegram.Emulator.Wire;

namespace Weave.Telegram.Emulator;

/// <summary>A message as the server keeps it; changed only while the server's lock is held.</summary>
internal sealed class StoredMessage
{
    public required int Id { get; init; }
    public required bool FromBot { get; init; }
    public required DateTimeOffset Sent { get; init; }
    public DateTimeOffset? Edited { get; set; }
    public required FormattedText Text { get; set; }
    public StoredFile? Photo { get; init; }
    public byte[]? Document { get; init; }

    /// <summary>Its text is a text, not the caption of something.</summary>
    public bool IsText => Photo is null && Document is null;

    public WireKeyboard? Keyboard { get; set; }

    public ChatMessage Snapshot() => new()
    {
        Id = Id,
        FromBot = FromBot,
        Sent = Sent,
        Edited = Edited,
        Text = Text.Text,
        Entities = Text.Entities,
        Photo = Photo is null ? null : new(Photo.Id, Photo.Bytes),
        Document = Document,
        Rows = Keyboards.Shown(Keyboard),
    };

    public WireMessage ToWire(WireUser from, WireChat chat)
    {
        var entities = Text.Entities.Count > 0 ? Text.Entities : null;
        var isText = IsText;
        return new(Id, from, chat, Sent.ToUnixTimeSeconds())
        {
            EditDate = Edited?.ToUnixTimeSeconds(),
            Text = isText ? Text.Text : null,
            Entities = isText ? entities : null,
            Photo = Photo?.ToWire(),
            Document = Document is null ? null : new($"doc{Id}", $"udoc{Id}", Document.Length),
            Caption = isText || Text.Text.Length == 0 ? null : Text.Text,
            CaptionEntities = isText ? null : entities,
            ReplyMarkup = Keyboard,
        };
    }
}
