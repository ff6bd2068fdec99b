using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Weave.Telegram;

/// <summary>Text in the little HTML that Telegram reads.</summary>
internal static partial class Html
{
    /// <summary>Around a moment; servers of Telegram's API before 9.5 do not know it.</summary>
    public const string TimeTag = "tg-time";

    private const int LongestReference = 10;

    /// <summary>Text as it is, whatever it contains.</summary>
    public static string Escape(string text) => new StringBuilder(text).Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").Replace("\"", "&quot;").ToString();

    /// <summary>A moment that the reader's device says as <paramref name="format"/> has it; without one it shows the text, and says the moment on a tap.</summary>
    public static string Time(DateTimeOffset moment, string? format, string text) => string.Create(
        CultureInfo.InvariantCulture, $"<{TimeTag} unix=\"{moment.ToUnixTimeSeconds()}\"{(format is null ? "" : $" format=\"{format}\"")}>{Escape(text)}</{TimeTag}>");

    /// <summary>Plain text of at most <paramref name="length"/> characters, with a sign where something is missing; no surrogate pair is cut.</summary>
    public static string Short(string text, int length)
    {
        if (text.Length <= length)
            return text;
        var end = char.IsHighSurrogate(text[length - 2]) ? length - 2 : length - 1;
        return $"{text[..end]}…";
    }

    /// <summary>Moments as plain text.</summary>
    public static string WithoutTimes(string html) => TimeTags().Replace(html, "");

    /// <summary>How long Telegram takes it to be: tags count for nothing, an escaped character for one.</summary>
    public static int Length(string html)
    {
        var length = 0;
        for (var at = 0; at < html.Length;)
        {
            at += Token(html, at, out var width, out _);
            length += width;
        }
        return length;
    }

    /// <summary>
    /// The text in parts, the first of at most <paramref name="first"/> characters as Telegram counts them, the others of <paramref name="limit"/>. Cut between lines;
    /// a line that is too long is cut between words, and never within an escaped character, a surrogate pair or something marked up.
    /// </summary>
    public static IReadOnlyList<string> Split(string html, int first, int limit)
    {
        var parts = new List<string>();
        var rest = html.Trim();
        while (CutAt(rest, parts.Count == 0 ? first : limit) is { } cut)
        {
            parts.Add(rest[..cut].TrimEnd());
            rest = rest[cut..].TrimStart();
        }
        if (rest.Length > 0 || parts.Count == 0)
            parts.Add(rest);
        return parts;
    }

    /// <summary>Where the first part ends; null when all of it fits.</summary>
    private static int? CutAt(string html, int limit)
    {
        var (line, word, anywhere) = (0, 0, 0);
        var (length, depth, at) = (0, 0, 0);
        while (at < html.Length)
        {
            if (depth == 0 && at > 0)
            {
                anywhere = at;
                if (html[at] == '\n')
                    line = at;
                else if (html[at] == ' ')
                    word = at;
            }
            var size = Token(html, at, out var width, out var opens);
            length += width;
            if (length > limit)
                return line > 0 ? line : word > 0 ? word : anywhere > 0 ? anywhere : at;
            depth += opens;
            at += size;
        }
        return null;
    }

    /// <summary>The size in HTML of what stands at a place, its width as it is read, and whether it opens (1) or closes (-1) a tag.</summary>
    private static int Token(string html, int at, out int width, out int opens)
    {
        (width, opens) = (1, 0);
        switch (html[at])
        {
            case '<' when html.IndexOf('>', at) is > 0 and var end:
                (width, opens) = (0, html[at + 1] == '/' ? -1 : 1);
                return end - at + 1;
            case '&' when html.IndexOf(';', at) is > 0 and var end && end - at <= LongestReference:
                return end - at + 1;
            case var c when char.IsHighSurrogate(c) && at + 1 < html.Length:
                width = 2;
                return 2;
            default:
                return 1;
        }
    }

    [GeneratedRegex($"</?{TimeTag}[^>]*>", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TimeTags();
}
