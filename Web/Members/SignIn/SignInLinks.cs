using Microsoft.Extensions.Options;
using Weave.Notifications;
using Weave.Shell;

namespace Weave.Members;

/// <summary>Sends the links that prove an address: to sign in with it, or to add it to an account.</summary>
internal sealed class SignInLinks(
    IGrainFactory grains, SiteAddress site, SignInLimits limits, Viewer viewer, TimeProvider time, IHttpContextAccessor http,
    IOptions<MailOptions> mail, IHostEnvironment environment)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    /// <summary>Whether a link would reach anybody: by mail, or in Development on the page itself.</summary>
    public bool Available => mail.Value.Configured || environment.IsDevelopment();

    /// <summary>
    /// Sends a link to <paramref name="address"/>, to sign in or, with <paramref name="addTo"/>, to add it to that member. Returns the link's path when it may be
    /// shown to whoever asked, which is in Development without mail only.
    /// </summary>
    public async Task<string?> Send(string? address, string? returnTo, Guid? addTo = null)
    {
        if (string.IsNullOrWhiteSpace(address))
            throw new Refused(Refusal.Required, "Address");
        var recipient = EmailAddress.Read(address) ?? throw new Refused(Refusal.Invalid, "Address");
        limits.Check(recipient, http.HttpContext?.Connection.RemoteIpAddress?.ToString() ?? "");

        var secret = OneTimeSecret.New();
        var key = OneTimeSecret.KeyOf(secret);
        await grains.GetGrain<IOneTimeLinkGrain>(key).Issue(new OneTimeGrant
        {
            Purpose = addTo is null ? OneTimePurpose.SignInByEmail : OneTimePurpose.AddEmail,
            Email = recipient,
            Member = addTo,
            ReturnTo = LocalPath.OrHome(returnTo),
            Language = viewer.Language,
            TimeZone = viewer.BrowserZone(),
        }, Lifetime);
        return await Deliver(recipient, key, $"/sign-in/{secret}");
    }

    private async Task<string?> Deliver(string recipient, string key, string path)
    {
        if (!mail.Value.Configured)
        {
            // Whoever runs Weave on their own machine reads it here; it is no log line, and nowhere else is it printed.
            Console.WriteLine($"Link for {recipient}: {site.Link(path)}");
            return path;
        }
        await grains.GetGrain<IOutboxGrain>(OutboxChannel.Email).Enqueue(
        [
            new OutboxMessage
            {
                Key = $"link:{key}",
                Recipient = recipient,
                Language = viewer.Language,
                Notice = new SignInMail(site.Link(path), time.GetUtcNow() + Lifetime),
            },
        ]);
        return null;
    }
}
