using System.Collections.Concurrent;
using Weave.Telegram.Emulator.Wire;

namespace Weave.Telegram.Emulator;

/// <summary>
/// Telegram, as far as a bot in private chats sees it: the Bot API at <see cref="Url"/>, and the users who talk to the bot. Give
/// <see cref="Url"/> and <see cref="Token"/> to the bot, make users with <see cref="User"/>, let them write and press, and read what they see.
/// </summary>
public sealed class BotApi : IAsyncDisposable
{
    private readonly ConcurrentDictionary<long, BotUser> _users = new();
    private readonly ConcurrentQueue<ApiCall> _calls = new();
    private readonly WebApplication _server;

    private BotApi(BotApiOptions options)
    {
        Options = options;
        Bot = new(7_000_000_001, true, options.BotName, options.BotUsername);
        Updates = new(options.FirstUpdate);
        Callbacks = new(this);
        Webhook = new(Gate, Updates, options);
        Poll = new(Gate, Updates, Webhook, options.Time);
        Messages = new(this);
        _server = Server.Build(this);
    }

    /// <summary>The base address for the bot, without the token.</summary>
    public string Url => _server.Urls.First();

    public string Token => Options.Token;

    public string BotUsername => Options.BotUsername;

    /// <summary>What goes wrong.</summary>
    public Faults Faults { get; } = new();

    /// <summary>All calls of the bot in the order they were answered.</summary>
    public IReadOnlyCollection<ApiCall> Calls => _calls;

    public IEnumerable<BotUser> Users => _users.Values.OrderBy(user => user.Id);

    internal BotApiOptions Options { get; }

    /// <summary>Guards all that is changed by calls and users.</summary>
    internal Lock Gate { get; } = new();

    internal WireUser Bot { get; }

    internal UpdateQueue Updates { get; }

    internal Files Files { get; } = new();

    internal Callbacks Callbacks { get; }

    internal Webhook Webhook { get; }

    internal LongPoll Poll { get; }

    internal MessageMethods Messages { get; }

    internal SettingMethods Settings { get; } = new();

    public static async Task<BotApi> Start(BotApiOptions? options = null)
    {
        var api = new BotApi(options ?? new());
        await api._server.StartAsync();
        return api;
    }

    /// <summary>The user of that id, made at first; they have not written to the bot yet.</summary>
    public BotUser User(long id, string firstName, string? username = null, string? language = null) =>
        _users.GetOrAdd(id, _ => new BotUser(this, id, firstName, username, language));

    /// <summary>Completes when the bot has begun to wait for updates by long poll.</summary>
    public Task Polling(CancellationToken cancellation = default) => Poll.Began.WaitAsync(cancellation);

    /// <summary>Delivers the latest updates a second time, as Telegram does when a confirmation got lost.</summary>
    public void Redeliver(int lastUpdates)
    {
        lock (Gate)
            Updates.Again(lastUpdates);
    }

    public async ValueTask DisposeAsync()
    {
        Poll.Dispose();
        await Webhook.DisposeAsync();
        await _server.DisposeAsync();
    }

    /// <summary>Completes when the server was told to stop, as by Ctrl+C.</summary>
    internal Task Stopped() => _server.WaitForShutdownAsync();

    internal BotUser? Find(long? id) => id is { } known ? _users.GetValueOrDefault(known) : null;

    internal void Count(ApiCall call) => _calls.Enqueue(call);
}
