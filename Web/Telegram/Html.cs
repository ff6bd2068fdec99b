using System.Text;

namespace Weave.Telegram;

/// <summary>Text in the little HTML that Telegram reads.</summary>
internal static class Html
{
    /// <summary>Text as it is, whatever it contains.</summary>
    public static string Escape(string text) => new StringBuilder(text).Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").Replace("\"", "&quot;").ToString();

    /// <summary>
    /// The text in parts of at most <paramref name="limit"/> characters, cut between lines; a line that is too long is cut between words, and never within
    /// an escaped character. Tags are counted too, which is on the safe side.
    /// </summary>
    public static IReadOnlyList<string> Split(string html, int limit)
    {
        var parts = new List<string>();
        var rest = html.AsSpan().Trim();
        while (rest.Length > limit)
        {
            var cut = CutAt(rest[..limit]);
            parts.Add(rest[..cut].TrimEnd().ToString());
            rest = rest[cut..].TrimStart();
        }
        if (rest.Length > 0 || parts.Count == 0)
            parts.Add(rest.ToString());
        return parts;
    }

    private static int CutAt(ReadOnlySpan<char> text)
    {
        if (text.LastIndexOf('\n') is > 0 and var line)
            return line;
        var cut = text.LastIndexOf(' ') is > 0 and var word ? word : text.Length;
        var open = text[..cut].LastIndexOfAny('&', '<');
        if (open > 0 && text[open..cut].IndexOfAny(';', '>') < 0)
            cut = open;
        return char.IsHighSurrogate(text[cut - 1]) && cut > 1 ? cut - 1 : cut;
    }
}
