using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using Weave.Shell;

namespace Weave.Notifications;

/// <summary>Signs the links of mails, which do one thing for one member without a session, and reads them. The keys are those of the sessions.</summary>
internal sealed class MailLinks(IDataProtectionProvider protection, SiteAddress site, TimeProvider time)
{
    private const int Longest = 1000;
    private readonly IDataProtector _signer = protection.CreateProtector("weave.mail-links");

    /// <summary>A page with one button that says it. Programs that open links in mails press no button.</summary>
    public string Page(MailAnswer answer) => site.Link($"/answer/{Sign(answer)}");

    /// <summary>Where a mail program posts when its reader presses "unsubscribe" (RFC 8058).</summary>
    public string OneClick(MailAnswer answer) => site.Link($"/unsubscribe/{Sign(answer)}");

    /// <summary>Refuses with NotFound what we did not sign, and with Expired what is past.</summary>
    public MailAnswer Read(string? token)
    {
        if (token is not { Length: > 0 and <= Longest } || Verify(token) is not { } answer)
            throw new Refused(Refusal.NotFound);
        return answer.Expires > time.GetUtcNow() ? answer : throw new Refused(Refusal.Expired);
    }

    private string Sign(MailAnswer answer) => WebEncoders.Base64UrlEncode(_signer.Protect(Encoding.UTF8.GetBytes(answer.ToString())));

    private MailAnswer? Verify(string token)
    {
        try
        {
            return MailAnswer.Parse(Encoding.UTF8.GetString(_signer.Unprotect(WebEncoders.Base64UrlDecode(token))));
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            return null;
        }
    }
}
