namespace Weave.Members;

/// <summary>
/// A link that works once and not for long: sign-in by e-mail, sign-in from the bot, linking of a Telegram account. Key: the SHA-256 of the
/// secret in hexadecimal, so that the database does not hold what opens a session.
/// </summary>
[Alias("oneTimeLink")]
public interface IOneTimeLinkGrain : IGrainWithStringKey
{
    [Alias("issue")]
    Task Issue(OneTimeGrant grant, TimeSpan lifetime);

    /// <summary>What it would grant, without using it. Refuses like <see cref="Redeem"/>.</summary>
    [Alias("peek")]
    Task<OneTimeGrant> Peek();

    /// <summary>Uses it. Refuses with NotFound, Expired or Used.</summary>
    [Alias("redeem")]
    Task<OneTimeGrant> Redeem();
}
