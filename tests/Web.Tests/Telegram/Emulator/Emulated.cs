using Microsoft.Extensions.Time.Testing;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Xunit;

namespace Weave.Telegram.Emulator;

/// <summary>An emulated Telegram of a test's own, a clock to move, and the client that Weave uses too, without retries of its own.</summary>
public sealed class Emulated : IAsyncDisposable
{
    private readonly HttpClient _http = new();

    private Emulated(BotApi api, FakeTimeProvider clock)
    {
        (Api, Clock) = (api, clock);
        Bot = new(new TelegramBotClientOptions(api.Token, api.Url) { RetryCount = 0, RetryThreshold = 0 }, _http);
    }

    public BotApi Api { get; }

    public TelegramBotClient Bot { get; }

    public FakeTimeProvider Clock { get; }

    public static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<Emulated> Start(Func<BotApiOptions, BotApiOptions>? with = null)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2027, 3, 1, 9, 0, 0, TimeSpan.Zero));
        var options = new BotApiOptions { Time = clock };
        return new(await BotApi.Start(with?.Invoke(options) ?? options), clock);
    }

    /// <summary>Somebody who has pressed start.</summary>
    public BotUser Anna()
    {
        var anna = Api.User(7, "Anna", "anna", "ru");
        anna.Send("/start");
        return anna;
    }

    /// <summary>The call must be refused; returns in which words.</summary>
    public static async Task<ApiRequestException> Refused(Func<Task> call) => await Assert.ThrowsAsync<ApiRequestException>(call);

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Api.DisposeAsync();
    }
}
