using System.Globalization;
using Weave.Telegram.Emulator.Wire;

namespace Weave.Telegram.Emulator;

/// <summary>Button presses and their answers. Called with the server's lock held.</summary>
internal sealed class Callbacks(BotApi api)
{
    private readonly Dictionary<string, (TaskCompletionSource<string?> Answer, DateTimeOffset Pressed)> _open = new(StringComparer.Ordinal);
    private long _last = 4_400_000_000;

    public Task<string?> Press(BotUser user, int messageId, string data)
    {
        var message = user.Find(messageId) ?? throw new InvalidOperationException("The message is gone from the chat.");
        var id = (++_last).ToString(CultureInfo.InvariantCulture);
        var answer = new TaskCompletionSource<string?>(TaskCreationOptions.RunContinuationsAsynchronously);
        _open[id] = (answer, api.Options.Time.GetUtcNow());
        api.Updates.Add(update => new WireUpdate(update)
        {
            CallbackQuery = new(id, user.Wire, message.ToWire(api.Bot, user.Chat), user.Id.ToString(CultureInfo.InvariantCulture), data),
        });
        return answer.Task;
    }

    public bool Answer(ApiRequest request)
    {
        if (request.Text("text") is { Length: > 200 })
            throw ApiError.Bad("MESSAGE_TOO_LONG");
        if (!_open.TryGetValue(request.Text("callback_query_id") ?? "", out var press)
            || api.Options.Time.GetUtcNow() - press.Pressed > api.Options.CallbackLifetime)
        {
            throw ApiError.Bad("query is too old and response timeout expired or query ID is invalid");
        }
        press.Answer.TrySetResult(request.Text("text"));
        return true;
    }
}
