using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace Weave.Shell;

/// <summary>One line that survives a redirect and is shown once: "Saved."</summary>
public sealed class Flash(IHttpContextAccessor http)
{
    private const string Cookie = "flash";
    private const int MaxLength = 300;

    private HttpContext Http => http.HttpContext ?? throw new InvalidOperationException("There is no request.");

    /// <summary>Shows <paramref name="text"/> on the next page.</summary>
    public void Say(string text) => Http.Response.Cookies.Append(
        Cookie,
        WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(text)),
        new() { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = Http.Request.IsHttps, MaxAge = TimeSpan.FromMinutes(1) });

    /// <summary>The line left by the page before, and forgets it; null without one.</summary>
    public string? Take()
    {
        if (Http.Request.Cookies[Cookie] is not { Length: > 0 and < MaxLength * 4 } value)
            return null;
        if (!Http.Response.HasStarted)
            Http.Response.Cookies.Delete(Cookie);
        try
        {
            return Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(value));
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
