namespace Weave.Notifications;

/// <summary>Keeps what one conversation with the bot is about; lives as long as the person talks, and comes back when they return.</summary>
internal sealed class TelegramChatGrain([PersistentState("state")] IPersistentState<TelegramChatGrain.State> state) : Grain, ITelegramChatGrain
{
    public Task<TelegramChat> Get() => Task.FromResult(state.State.Chat);

    public Task Handled(long updateId, TelegramChat chat)
    {
        if (state.State.Chat.Knows(updateId))
            return Task.CompletedTask;
        return state.Store(state.State with { Chat = chat with { LastUpdate = updateId } });
    }

    public Task<LiveMessage?> Live() => Task.FromResult(state.State.Live);

    public Task SetLive(LiveMessage? live) => state.State.Live == live ? Task.CompletedTask : state.Store(state.State with { Live = live });

    public Task Forget() => state.ClearStateAsync();

    [GenerateSerializer, Immutable, Alias("telegramChatGrainState")]
    internal sealed record State
    {
        [Id(0)] public TelegramChat Chat { get; init; } = new();
        [Id(1)] public LiveMessage? Live { get; init; }
    }
}
