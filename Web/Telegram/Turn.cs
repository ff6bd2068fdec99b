using Telegram.Bot.Types;
using Weave.Members;
using Weave.Notifications;
using Weave.Shell;

namespace Weave.Telegram;

/// <summary>One update being handled: who speaks, what the conversation is about, and what will be answered. Nothing leaves before all is decided.</summary>
internal sealed class Turn(User from, TelegramChat chat, Member? member, Message? pressed)
{
    private readonly List<BotMessage> _replies = [];

    public User From { get; } = from;

    public TelegramChat Chat { get; set; } = chat;

    /// <summary>The speaker's account; null before they have joined.</summary>
    public Member? Member { get; set; } = member;

    /// <summary>The account, where there must be one. Refuses with <see cref="Refusal.NotSignedIn"/>.</summary>
    public Member Me => Member ?? throw new Refused(Refusal.NotSignedIn);

    public string Language => Member?.Settings.Language ?? Languages.Nearest(From.LanguageCode);

    /// <summary>The message whose button was pressed.</summary>
    public int? Pressed => pressed?.Id;

    /// <summary>The same, where its text can become another one: what came as a picture or a file stays.</summary>
    public int? PressedText => pressed is { Photo: null, Document: null } ? pressed.Id : null;

    /// <summary>A line that appears over the chat for a moment, when a button was pressed.</summary>
    public string? Toast { get; set; }

    public IReadOnlyList<BotMessage> Replies => _replies;

    /// <summary>The name as Telegram has it, in the length of ours.</summary>
    public string FullName => TelegramName.Of(From);

    public TelegramLink Link => new(From.Id, From.Username);

    /// <summary>Sends a message.</summary>
    public void Say(BotMessage message) => _replies.Add(message);

    /// <summary>Changes the message whose button was pressed; sends a new one when none was.</summary>
    public void Show(BotMessage message) => _replies.Add(pressed is null ? message : message with { Edit = pressed.Id, EditsPicture = pressed.Photo is not null || pressed.Document is not null });
}
