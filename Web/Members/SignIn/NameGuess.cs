using System.Globalization;

namespace Weave.Members;

/// <summary>A first guess at a name, for people to correct.</summary>
internal static class NameGuess
{
    /// <summary><c>anna.ivanova2@example.org</c> → <c>Anna Ivanova</c>.</summary>
    public static string From(string address)
    {
        var words = address[..address.LastIndexOf('@')].Split('.', '_', '-', '+')
            .Select(word => word.Trim("0123456789".ToCharArray())).Where(word => word.Length > 0);
        var name = CultureInfo.InvariantCulture.TextInfo.ToTitleCase(string.Join(' ', words));
        return name.Length <= ProfileLimits.Name ? name : name[..ProfileLimits.Name];
    }
}
