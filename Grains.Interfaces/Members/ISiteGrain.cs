namespace Weave.Members;

/// <summary>The installation itself: who administers it. Key: 0.</summary>
[Alias("site")]
public interface ISiteGrain : IGrainWithIntegerKey
{
    /// <summary>A new set-up secret while nobody administers the site (an older one stops working); null afterwards.</summary>
    [Alias("offerSetup")]
    Task<string?> OfferSetup();

    /// <summary>Whether the secret is the one on offer; constant time.</summary>
    [Alias("checkSetup")]
    Task<bool> CheckSetup(string secret);

    /// <summary>Makes <paramref name="member"/> the administrator. Refuses with NotFound for a wrong secret, Used when it has been done.</summary>
    [Alias("completeSetup")]
    Task CompleteSetup(string secret, Guid member);

    [Alias("isAdministrator")]
    Task<bool> IsAdministrator(Guid member);

    /// <summary>Ends the member's office, if they have one. When nobody is left, the next start offers the set-up again.</summary>
    [Alias("resign")]
    Task Resign(Guid member);
}
