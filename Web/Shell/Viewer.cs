using System.Globalization;
using System.Security.Claims;
using Weave.Members;

namespace Weave.Shell;

/// <summary>Who looks at the page: their id, their own record, their language and zone. One a request.</summary>
public sealed class Viewer(IHttpContextAccessor http, IGrainFactory grains)
{
    /// <summary>Set by the browser's script to its IANA zone; a guess for those who are not signed in and for new members.</summary>
    public const string ZoneCookie = "tz";

    private Task<Member?>? _member;

    private HttpContext Http => http.HttpContext ?? throw new InvalidOperationException("There is no request.");

    /// <summary>The member's id; null for somebody who is not signed in.</summary>
    public Guid? Id => IdOf(Http.User);

    /// <summary>The language the page is written in: <c>en</c> or <c>ru</c>.</summary>
    public string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    /// <summary>The id within a session's claims; null when nobody is signed in.</summary>
    public static Guid? IdOf(ClaimsPrincipal user) =>
        Guid.TryParseExact(user.FindFirstValue(ClaimTypes.NameIdentifier), "N", out var id) ? id : null;

    /// <summary>The member's id. Refuses with <see cref="Refusal.NotSignedIn"/>.</summary>
    public Guid Require() => Id ?? throw new Refused(Refusal.NotSignedIn);

    /// <summary>The member's own record, read once a request; null when nobody is signed in or the account is gone.</summary>
    public Task<Member?> Member() => _member ??= Load();

    /// <summary>The member's zone, else the browser's, as for those who came by the bot and never named one; else UTC.</summary>
    public async Task<TimeZoneInfo> Zone()
    {
        var name = (await Member())?.Profile.TimeZone is { } said and not Profile.UnknownZone ? said : BrowserZone();
        return name is not null && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : TimeZoneInfo.Utc;
    }

    /// <summary>The zone the browser is in, as an IANA name; null when it did not say or it is not known here.</summary>
    public string? BrowserZone() =>
        Http.Request.Cookies[ZoneCookie] is { Length: > 0 and <= 64 } name && TimeZoneInfo.TryFindSystemTimeZoneById(name, out _) ? name : null;

    private async Task<Member?> Load()
    {
        if (Id is not { } id)
            return null;
        try
        {
            return await grains.GetGrain<IMemberGrain>(id).Get();
        }
        catch (Refused refused) when (refused.Reason == Refusal.NotFound)
        {
            return null;
        }
    }
}
