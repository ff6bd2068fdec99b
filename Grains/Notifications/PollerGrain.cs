namespace Weave.Notifications;

/// <summary>Who fetches updates, and until when. Stored, so that the task has one holder even while the grain moves.</summary>
internal sealed class PollerGrain([PersistentState("state")] IPersistentState<PollerGrain.State> state, TimeProvider clock) : Grain, IPollerGrain
{
    public async Task<bool> Hold(string host, TimeSpan time)
    {
        var now = clock.GetUtcNow();
        if (state.State.Host != host && state.State.Until > now)
            return false;
        await state.Store(new State { Host = host, Until = now + time });
        return true;
    }

    public Task Release(string host) => state.State.Host == host ? state.Store(new State()) : Task.CompletedTask;

    [GenerateSerializer, Immutable, Alias("pollerState")]
    internal sealed record State
    {
        [Id(0)] public string? Host { get; init; }
        [Id(1)] public DateTimeOffset Until { get; init; }
    }
}
