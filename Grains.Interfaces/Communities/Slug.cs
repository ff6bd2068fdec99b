using System.Text.RegularExpressions;

namespace Weave.Communities;

/// <summary>The name of a community in addresses and deep links: 3 to 40 of <c>a–z 0–9 -</c>, beginning and ending with a letter or digit.
/// Short enough for Telegram's 64 characters behind <c>join_</c>.</summary>
public static partial class Slug
{
    public static bool IsValid(string text) => Pattern().IsMatch(text);

    [GeneratedRegex("^[a-z0-9](?:[a-z0-9-]{1,38})[a-z0-9]$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pattern();
}
