namespace Weave.Members;

/// <summary>
/// What members have privately decided about each other (a table; any number of activations may serve it). Key: 0. Callers make sure that a member is
/// shown their own stances only.
/// </summary>
[Alias("stances")]
public interface IStancesGrain : IGrainWithIntegerKey
{
    /// <summary>Stores a member's stance in place of an earlier one; <see cref="Stance.None"/> takes it back.</summary>
    [Alias("put")]
    Task Put(Guid member, Guid other, Stance stance);

    /// <summary>All stances among these people.</summary>
    [Alias("among")]
    Task<IReadOnlyList<StanceTowards>> Among(IReadOnlyList<Guid> members);

    /// <summary>One's own stances, the latest first.</summary>
    [Alias("of")]
    Task<IReadOnlyList<StanceTowards>> Of(Guid member, int take);

    /// <summary>Those who have blocked a member or were blocked by them. Neither is told which.</summary>
    [Alias("blockedWith")]
    Task<IReadOnlySet<Guid>> BlockedWith(Guid member);

    /// <summary>Whether either of the two has blocked the other.</summary>
    [Alias("blocked")]
    Task<bool> Blocked(Guid one, Guid other);
}
