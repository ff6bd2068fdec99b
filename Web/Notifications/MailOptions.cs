using System.ComponentModel.DataAnnotations;
using MimeKit;

namespace Weave.Notifications;

/// <summary>The mail server. Section <c>Mail</c>. Without <see cref="Host"/> and <see cref="From"/> no mail is sent.</summary>
public sealed class MailOptions : IValidatableObject
{
    public const string Section = "Mail";

    public string? Host { get; set; }

    [Range(1, 65535)]
    public int Port { get; set; } = 587;

    /// <summary>Null sends without signing in to the server.</summary>
    public string? User { get; set; }

    public string? Password { get; set; }

    /// <summary>The sender, such as <c>Weave &lt;weave@example.org&gt;</c>.</summary>
    public string? From { get; set; }

    /// <summary>STARTTLS, or TLS from the beginning on port 465. Off only for a server on the same machine.</summary>
    public bool UseTls { get; set; } = true;

    public bool Configured => !string.IsNullOrWhiteSpace(Host) && !string.IsNullOrWhiteSpace(From);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!string.IsNullOrWhiteSpace(From) && !MailboxAddress.TryParse(From, out _))
            yield return new($"{nameof(From)} must be an address, such as Weave <weave@example.org>.", [nameof(From)]);
    }
}
