using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Weave.Members;

/// <summary>Who administers the installation, and the one-time set-up that makes the first administrator.</summary>
internal sealed class SiteGrain([PersistentState("state")] IPersistentState<SiteGrain.State> state) : Grain, ISiteGrain
{
    public async Task<string?> OfferSetup()
    {
        if (!state.State.Administrators.IsEmpty)
            return null;
        var secret = OneTimeSecret.New();
        await state.Store(state.State with { Setup = OneTimeSecret.KeyOf(secret) });
        return secret;
    }

    public Task<bool> CheckSetup(string secret) => Task.FromResult(IsOffered(secret));

    public async Task CompleteSetup(string secret, Guid member)
    {
        if (!state.State.Administrators.IsEmpty)
            throw new Refused(Refusal.Used);
        if (!IsOffered(secret))
            throw new Refused(Refusal.NotFound);
        await GrainFactory.GetGrain<IMemberGrain>(member).Get();
        await state.Store(new State { Administrators = [member] });
    }

    public Task<bool> IsAdministrator(Guid member) => Task.FromResult(state.State.Administrators.Contains(member));

    public Task Resign(Guid member) => state.State.Administrators.Contains(member)
        ? state.Store(state.State with { Administrators = state.State.Administrators.Remove(member) })
        : Task.CompletedTask;

    private bool IsOffered(string secret) => state.State.Setup is { } offered
        && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(offered), Encoding.ASCII.GetBytes(OneTimeSecret.KeyOf(secret)));

    [GenerateSerializer, Alias("siteState")]
    internal sealed record State
    {
        [Id(0)] public ImmutableArray<Guid> Administrators { get; init; } = [];

        /// <summary>The hash of the secret on offer; null when none is.</summary>
        [Id(1)] public string? Setup { get; init; }
    }
}
