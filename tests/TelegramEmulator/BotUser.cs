using System.Collections.Concurrent;
using System.Threading.Channels;
using Weave.Telegram.Emulator.Wire;

namespace Weave.Telegram.Emulator;

/// <summary>Somebody with Telegram on their phone, and their private chat with the bot.</summary>
public sealed class BotUser
{
    private readonly BotApi _api;
    private readonly Channel<ChatMessage> _unread = Channel.CreateUnbounded<ChatMessage>();
    private readonly List<StoredMessage> _messages = [];
    private readonly ConcurrentDictionary<int, TaskCompletionSource> _removed = new();
    private int _lastMessage;

    internal BotUser(BotApi api, long id, string firstName, string? username, string? language)
    {
        _api = api;
        (Id, FirstName, Username, Language) = (id, firstName, username, language);
    }

    public long Id { get; }

    public string FirstName { get; }

    public string? Username { get; }

    public string? Language { get; }

    /// <summary>They have written to the bot, which may write to them since.</summary>
    public bool Started { get; private set; }

    public bool Blocked { get; private set; }

    /// <summary>The chat as it stands now, oldest first.</summary>
    public IReadOnlyList<ChatMessage> Messages
    {
        get
        {
            lock (_api.Gate)
                return [.. _messages.Select(message => message.Snapshot())];
        }
    }

    /// <summary>The commands the app offers them, with their descriptions.</summary>
    public IReadOnlyDictionary<string, string> Commands
    {
        get
        {
            lock (_api.Gate)
                return _api.Settings.CommandsFor(Language).ToDictionary(command => command.Command, command => command.Description, StringComparer.Ordinal);
        }
    }

    /// <summary>How many messages there are in the chat.</summary>
    public int MessageCount
    {
        get
        {
            lock (_api.Gate)
                return _messages.Count;
        }
    }

    /// <summary>What the bot said last, as it stands now.</summary>
    public ChatMessage Last => Messages.Last(message => message.FromBot);

    internal WireUser Wire => new(Id, false, FirstName, Username, Language);

    internal WireChat Chat => new(Id, FirstName, Username);

    internal StoredFile? Picture { get; private set; }

    internal IReadOnlyList<StoredMessage> Stored => _messages;

    /// <summary>Writes to the bot; <c>/start payload</c> is what a link <c>t.me/bot?start=payload</c> does. Unblocks the bot.</summary>
    public ChatMessage Send(string text) => Send(new FormattedText(text, CommandIn(text)), photo: null);

    /// <summary>They have written to the bot some time ago: it may write to them.</summary>
    public void HasWritten()
    {
        lock (_api.Gate)
            Started = true;
    }

    public ChatMessage SendPhoto(byte[] picture, string caption = "") => Send(new FormattedText(caption, []), picture);

    /// <summary>Presses a button as it is on <paramref name="message"/>, which may be out of date by now, and waits for the bot's answer. Returns its text, if any.</summary>
    public Task<string?> Press(ChatMessage message, string button, CancellationToken cancellation = default) =>
        PressData(message, message.Button(button).Data ?? throw new InvalidOperationException($"The button '{button}' opens a page."), cancellation);

    /// <summary>Presses a button as an older version of the bot may have made it.</summary>
    public async Task<string?> PressData(ChatMessage message, string data, CancellationToken cancellation = default)
    {
        Task<string?> answer;
        lock (_api.Gate)
            answer = _api.Callbacks.Press(this, message.Id, data);
        return await answer.WaitAsync(cancellation);
    }

    /// <summary>The address at which Telegram opens the page behind a button, with what it signs behind the #.</summary>
    public string Opens(ChatMessage message, string button) => message.Button(button) is { IsApp: true, Url: { } url }
        ? $"{url}#tgWebAppData={Uri.EscapeDataString(InitData)}&tgWebAppVersion=8.0&tgWebAppPlatform=weba"
        : throw new InvalidOperationException($"The button '{button}' opens no page inside Telegram.");

    /// <summary>What Telegram signs for pages it opens now.</summary>
    public string InitData => Emulator.InitData.Sign(Wire, _api.Token, _api.Options.Time.GetUtcNow());

    /// <summary>The next message of the bot, or edit of one, that was not returned yet; waits for it.</summary>
    public ValueTask<ChatMessage> Next(CancellationToken cancellation = default) => _unread.Reader.ReadAsync(cancellation);

    /// <summary>Completes when the message is no longer in the chat.</summary>
    public Task Removed(int message, CancellationToken cancellation = default)
    {
        lock (_api.Gate)
            return Find(message) is null ? Task.CompletedTask : _removed.GetOrAdd(message, _ => new(TaskCreationOptions.RunContinuationsAsynchronously)).Task.WaitAsync(cancellation);
    }

    /// <summary>What is unread, without waiting.</summary>
    public IReadOnlyList<ChatMessage> Unread()
    {
        var all = new List<ChatMessage>();
        while (_unread.Reader.TryRead(out var message))
            all.Add(message);
        return all;
    }

    /// <summary>Stops the bot: it is answered 403 until the user writes again.</summary>
    public void Block() => SetBlocked(true);

    public void Unblock() => SetBlocked(false);

    /// <summary>Sets the picture that <c>getUserProfilePhotos</c> returns.</summary>
    public void SetPicture(byte[] picture)
    {
        lock (_api.Gate)
            Picture = _api.Files.Add(picture);
    }

    internal StoredMessage Store(bool fromBot, FormattedText text, StoredFile? photo = null, WireKeyboard? keyboard = null, byte[]? document = null)
    {
        var message = new StoredMessage
        {
            Id = ++_lastMessage,
            FromBot = fromBot,
            Sent = _api.Options.Time.GetUtcNow(),
            Text = text,
            Photo = photo,
            Document = document,
            Keyboard = keyboard,
        };
        _messages.Add(message);
        if (fromBot)
            Show(message);
        return message;
    }

    internal void Show(StoredMessage message) => _unread.Writer.TryWrite(message.Snapshot());

    internal StoredMessage? Find(int? id) => _messages.Find(message => message.Id == id);

    internal void Delete(StoredMessage message)
    {
        _messages.Remove(message);
        if (_removed.TryRemove(message.Id, out var removed))
            removed.SetResult();
    }

    private ChatMessage Send(FormattedText text, byte[]? photo)
    {
        lock (_api.Gate)
        {
            SetBlocked(false);
            Started = true;
            var message = Store(false, text, photo is null ? null : _api.Files.Add(photo));
            _api.Updates.Add(id => new WireUpdate(id) { Message = message.ToWire(Wire, Chat) });
            return message.Snapshot();
        }
    }

    private void SetBlocked(bool blocked)
    {
        lock (_api.Gate)
        {
            if (Blocked == blocked)
                return;
            Blocked = blocked;
            var (then, now) = blocked ? ("member", "kicked") : ("kicked", "member");
            _api.Updates.Add(id => new WireUpdate(id)
            {
                MyChatMember = new(Chat, Wire, _api.Options.Time.GetUtcNow().ToUnixTimeSeconds(), Membership(then), Membership(now)),
            });
        }
    }

    private WireMember Membership(string status) => new(_api.Bot, status) { UntilDate = status == "kicked" ? 0 : null };

    private static IReadOnlyList<MessageEntity> CommandIn(string text) =>
        text.StartsWith('/') ? [new("bot_command", 0, text.Split(' ', '\n')[0].Length)] : [];
}
