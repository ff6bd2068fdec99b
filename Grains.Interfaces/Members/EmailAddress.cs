using System.Net.Mail;

namespace Weave.Members;

/// <summary>Addresses in the form they are stored and compared: without blanks, in lower case.</summary>
public static class EmailAddress
{
    /// <summary>The address in that form; null when it is none, or longer than mail allows.</summary>
    public static string? Read(string? text)
    {
        var address = text?.Trim().ToLowerInvariant() ?? "";
        return address.Length is > 0 and <= ProfileLimits.Email && MailAddress.TryCreate(address, out var mail) && mail.Address == address
            && mail.Host.Contains('.') && !mail.Host.EndsWith('.') ? address : null;
    }
}
