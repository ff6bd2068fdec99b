using System.Collections.Immutable;

namespace Weave.Notifications;

/// <summary>Keeps what one conversation with the bot is about; lives as long as the person talks, and comes back when they return.</summary>
internal sealed class TelegramChatGrain([PersistentState("state")] IPersistentState<TelegramChatGrain.State> state) : Grain, ITelegramChatGrain
{
    private const int MostSpent = 20;

    public Task<TelegramChat> Get() => Task.FromResult(state.State.Chat);

    public Task Handled(long updateId, TelegramChat chat)
    {
        if (state.State.Chat.Knows(updateId))
            return Task.CompletedTask;
        return state.Store(state.State with { Chat = chat with { LastUpdate = updateId } });
    }

    public Task<LiveMessage?> Live() => Task.FromResult(state.State.Live);

    public Task SetLive(LiveMessage? live) => state.State.Live == live ? Task.CompletedTask : state.Store(state.State with { Live = live });

    public Task Enter(Guid room, int? message)
    {
        if (state.State.Live is not { } before || before.Room != room)
            return SetLive(new(room, message, -1));
        var spent = Spend(before, before.Message).Remove(message ?? 0);
        return SetLive(before with { Message = message, Typing = null, People = null, Spent = spent });
    }

    public async Task<IReadOnlyList<int>> Shown(LiveMessage shown)
    {
        var before = state.State.Live ?? shown;
        if (before.Room != shown.Room)
            return [];
        await SetLive(before with { Message = shown.Message, Step = Math.Max(before.Step, shown.Step), Spent = before.Message == shown.Message ? Of(before) : Spend(before, before.Message) });
        return Of(state.State.Live!);
    }

    public Task Removed(IReadOnlyList<int> messages) =>
        state.State.Live is { } live ? SetLive(live with { Spent = Of(live).RemoveRange(messages) }) : Task.CompletedTask;

    public async Task<bool> SetTyping(Guid room, LiveTyping? typing, int? typed = null)
    {
        if (state.State.Live is not { } live || live.Room != room)
            return false;
        await SetLive(live with { Typing = typing, People = null, Spent = Spend(live, typed) });
        return true;
    }

    public async Task<bool> SetPeople(Guid room, LivePeople? people)
    {
        if (state.State.Live is not { } live || live.Room != room)
            return false;
        await SetLive(live with { People = people, Typing = null });
        return true;
    }

    public Task Forget() => state.ClearStateAsync();

    private static ImmutableArray<int> Of(LiveMessage live) => live.Spent.IsDefault ? [] : live.Spent;

    private static ImmutableArray<int> Spend(LiveMessage live, int? message) =>
        message is { } spent && !Of(live).Contains(spent) ? [.. Of(live).TakeLast(MostSpent - 1), spent] : Of(live);

    [GenerateSerializer, Immutable, Alias("telegramChatGrainState")]
    internal sealed record State
    {
        [Id(0)] public TelegramChat Chat { get; init; } = new();
        [Id(1)] public LiveMessage? Live { get; init; }
    }
}
