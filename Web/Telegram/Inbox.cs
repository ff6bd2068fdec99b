using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace Weave.Telegram;

/// <summary>
/// Hands updates to the conversation, one at a time for each chat, and tries again what fails: an update is given up, with an apology, only when the house
/// stands and it alone cannot be handled.
/// </summary>
internal sealed partial class Inbox(Conversation conversation, BotClient api, TimeProvider time, ILogger<Inbox> logger) : IDisposable
{
    /// <summary>What Telegram is asked for.</summary>
    public static readonly UpdateType[] Wanted = [UpdateType.Message, UpdateType.CallbackQuery, UpdateType.MyChatMember];

    private const int Attempts = 3;
    private const int AtOnce = 32;
    private readonly SemaphoreSlim[] _lanes = [.. Enumerable.Range(0, 128).Select(_ => new SemaphoreSlim(1))];

    /// <summary>Returns when all are handled; chats side by side, each in order.</summary>
    public Task Handle(IEnumerable<Update> updates, CancellationToken cancellation)
    {
        var chats = updates.Where(update => Conversation.ChatOf(update) is not null).GroupBy(update => Conversation.ChatOf(update)!.Value);
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation };
        return Parallel.ForEachAsync(chats, options, async (chat, stop) =>
        {
            var lane = _lanes[(int)((ulong)chat.Key % (ulong)_lanes.Length)];
            await lane.WaitAsync(stop);
            try
            {
                foreach (var update in chat.OrderBy(update => update.Id))
                    await Handle(update, stop);
            }
            finally
            {
                lane.Release();
            }
        });
    }

    public void Dispose() => Array.ForEach(_lanes, lane => lane.Dispose());

    private async Task Handle(Update update, CancellationToken cancellation)
    {
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            try
            {
                await conversation.Handle(update);
                return;
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                LogFailed(logger, update.Id, attempt, $"{e.GetType().Name}: {api.Say(e)}\n{e.StackTrace}");
            }
            await Task.Delay(TimeSpan.FromSeconds(attempt), time, cancellation);
        }
        await conversation.GiveUp(update);
    }

    [LoggerMessage(LogLevel.Error, "Update {Update} of the bot could not be handled, attempt {Attempt}: {Error}")]
    private static partial void LogFailed(ILogger logger, int update, int attempt, string error);
}
