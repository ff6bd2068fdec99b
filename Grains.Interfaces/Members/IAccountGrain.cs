namespace Weave.Members;

/// <summary>The index from an outside identity to a member. Key: <c>telegram:ID</c> or <c>email:ADDRESS</c>, lower case (see <see cref="AccountKey"/>).</summary>
[Alias("accountGrain")]
public interface IAccountGrain : IGrainWithStringKey
{
    /// <summary>The member behind the identity, or null.</summary>
    [Alias("find")]
    Task<Guid?> Find();

    /// <summary>The member behind the identity, made when there is none. The identity must have been verified by the caller.</summary>
    [Alias("findOrCreate")]
    Task<Guid> FindOrCreate(NewMember member);

    /// <summary>
    /// Gives the identity to <paramref name="member"/>. A member that has only this identity and has not yet joined anything is given up
    /// for it; refuses with <see cref="Refusal.Taken"/> when it belongs to somebody else otherwise.
    /// </summary>
    [Alias("link")]
    Task Link(Guid member, TelegramLink? telegram);

    /// <summary>Forgets the member behind the identity when it is <paramref name="member"/>; harmless when repeated.</summary>
    [Alias("release")]
    Task Release(Guid member);
}
