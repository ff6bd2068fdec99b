namespace Weave.Members;

/// <summary>The installation itself: who administers it. Key: 0.</summary>
[Alias("site")]
public interface ISiteGrain : IGrainWithIntegerKey
{
    /// <summary>One more set-up secret while nobody administers the site, beside those of other hosts; null afterwards. The first that is used ends them all.</summary>
    [Alias("offerSetup")]
    Task<string?> OfferSetup();

    /// <summary>Whether the secret is on offer; constant time.</summary>
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
