namespace Weave.Notifications;

/// <summary>Keeps what one conversation with the bot is about; lives as long as the person talks, and comes back when they return.</summary>
internal sealed class TelegramChatGrain([PersistentState("state")] IPersistentState<TelegramChatGrain.State> state) : Grain, ITelegramChatGrain
{
    public Task<TelegramChat> Get() => Task.FromResult(state.State.Chat);

    public Task Handled(long updateId, TelegramChat chat)
    {
        if (state.State.Chat.Knows(updateId))
            return Task.CompletedTask;
        return state.Store(new State { Chat = chat with { LastUpdate = updateId } });
    }

    public Task Forget() => state.ClearStateAsync();

    [GenerateSerializer, Immutable, Alias("telegramChatGrainState")]
    internal sealed record State
    {
        [Id(0)] public TelegramChat Chat { get; init; } = new();
    }
}
