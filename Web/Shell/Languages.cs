using System.Globalization;
using Microsoft.AspNetCore.Localization;

namespace Weave.Shell;

/// <summary>The languages Weave speaks, and how a browser's choice of one is kept.</summary>
public static class Languages
{
    public static readonly (string Code, string Name)[] All = [("en", "English"), ("ru", "Русский")];

    /// <summary>The language of ours that comes nearest to a code such as <c>ru-RU</c>; English for all others.</summary>
    public static string Nearest(string? code) => code?.StartsWith("ru", StringComparison.OrdinalIgnoreCase) == true ? "ru" : "en";

    /// <summary>Makes the browser remember the language; called when it is chosen and when a member signs in.</summary>
    public static void Remember(HttpContext context, string language) => context.Response.Cookies.Append(
        CookieRequestCultureProvider.DefaultCookieName,
        CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(Nearest(language))),
        new() { MaxAge = TimeSpan.FromDays(365), SameSite = SameSiteMode.Lax, HttpOnly = true, Secure = context.Request.IsHttps });

    /// <summary>Runs <paramref name="write"/> with texts and dates in <paramref name="language"/>: for mail and the bot, which speak to others than the one who asks.</summary>
    public static T In<T>(string language, Func<T> write)
    {
        var (culture, uiCulture) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(Nearest(language));
        try
        {
            return write();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, uiCulture);
        }
    }
}
