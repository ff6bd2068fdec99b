using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Weave.Members;

/// <summary>Who administers the installation, and the one-time set-up that makes the first administrator.</summary>
internal sealed class SiteGrain([PersistentState("state")] IPersistentState<SiteGrain.State> state) : Grain, ISiteGrain
{
    /// <summary>Each host of a cluster prints a link when it starts, and one of them is looked at.</summary>
    private const int MostOffers = 32;

    public async Task<string?> OfferSetup()
    {
        if (!state.State.Administrators.IsEmpty)
            return null;
        var secret = OneTimeSecret.New();
        await state.Store(state.State with { Offers = [.. state.State.Offers.TakeLast(MostOffers - 1), OneTimeSecret.KeyOf(secret)] });
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

    private bool IsOffered(string secret)
    {
        var key = Encoding.ASCII.GetBytes(OneTimeSecret.KeyOf(secret));
        return state.State.Offers.Append(state.State.Setup ?? "").Any(offered => CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(offered), key));
    }

    [GenerateSerializer, Alias("siteState")]
    internal sealed record State
    {
        [Id(0)] public ImmutableArray<Guid> Administrators { get; init; } = [];

        /// <summary>The hash of the secret an older version has offered; null when none was.</summary>
        [Id(1)] public string? Setup { get; init; }

        /// <summary>The hashes of the secrets on offer, the latest last.</summary>
        [Id(2)] public ImmutableArray<string> Offers { get; init; } = [];
    }
}
