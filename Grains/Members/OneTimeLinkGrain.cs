using Weave.Agenda;

namespace Weave.Members;

/// <summary>One link, from being issued until a day after its end; then the agenda has it forgotten.</summary>
internal sealed class OneTimeLinkGrain([PersistentState("state")] IPersistentState<OneTimeLinkGrain.State> state, TimeProvider time)
    : Grain, IOneTimeLinkGrain, IDueGrain
{
    public async Task Issue(OneTimeGrant grant, TimeSpan lifetime)
    {
        if (lifetime <= TimeSpan.Zero)
            throw new Refused(Refusal.OutOfRange);
        if (state.State.Grant is not null)
            throw new Refused(Refusal.Taken);
        var expires = time.GetUtcNow() + lifetime;
        await GrainFactory.GetGrain<IAgendaGrain>(0).Put(this.GetGrainId(), "forget", expires.AddDays(1));
        await state.Store(new State { Grant = grant, Expires = expires });
    }

    public Task<OneTimeGrant> Peek() => Task.FromResult(Valid());

    public async Task<OneTimeGrant> Redeem()
    {
        var grant = Valid();
        await state.Store(state.State with { Used = true });
        return grant;
    }

    public Task OnDue(string what) => state.ClearStateAsync();

    private OneTimeGrant Valid() => state.State switch
    {
        { Grant: null } => throw new Refused(Refusal.NotFound),
        { Used: true } => throw new Refused(Refusal.Used),
        var it when it.Expires <= time.GetUtcNow() => throw new Refused(Refusal.Expired),
        var it => it.Grant!,
    };

    [GenerateSerializer, Alias("oneTimeLinkState")]
    internal sealed record State
    {
        [Id(0)] public OneTimeGrant? Grant { get; init; }
        [Id(1)] public DateTimeOffset Expires { get; init; }
        [Id(2)] public bool Used { get; init; }
    }
}
