namespace Weave.Communities;

/// <summary>
/// Remembers across sign-in that somebody has pressed Join. A cookie that only that button sets: a link alone makes nobody a member.
/// </summary>
internal static class JoinIntent
{
    private const string Cookie = "join";

    public static void Keep(HttpContext context, string slug) => context.Response.Cookies.Append(Cookie, slug, new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = context.Request.IsHttps,
        MaxAge = TimeSpan.FromHours(1),
    });

    /// <summary>Whether it was this community; forgets it.</summary>
    public static bool Take(HttpContext context, string slug)
    {
        if (context.Request.Cookies[Cookie] is not { } kept)
            return false;
        context.Response.Cookies.Delete(Cookie);
        return kept == slug;
    }
}
