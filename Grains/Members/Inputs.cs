using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Weave.Members;

/// <summary>What people type, brought into form or refused with the name of the field.</summary>
internal static class Inputs
{
    /// <summary>One line: white space and control characters become single spaces.</summary>
    public static string Line(string text, int limit, string field) => Limited(Tidy(text, lines: false), limit, field);

    /// <summary>Several lines, without blanks at either end.</summary>
    public static string Lines(string text, int limit, string field) => Limited(Tidy(text.ReplaceLineEndings("\n"), lines: true), limit, field);

    /// <summary>One line that is cut rather than refused, for names that come from elsewhere.</summary>
    public static string Clip(string text, int limit)
    {
        var line = Tidy(text, lines: false);
        if (line.Length <= limit)
            return line;
        return line[..(char.IsHighSurrogate(line[limit - 1]) ? limit - 1 : limit)].TrimEnd();
    }

    /// <summary>Short lines without duplicates.</summary>
    public static ImmutableArray<string> Tags(ImmutableArray<string> tags, int length, int most, string field) =>
        Few(tags.Select(tag => Line(tag, length, field)).Where(tag => tag.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase), most, field);

    public static ImmutableArray<string> Languages(ImmutableArray<string> codes, string field)
    {
        var known = codes.Select(code => code.Trim().ToLowerInvariant()).Distinct(StringComparer.Ordinal).ToList();
        return known.TrueForAll(LanguageCodes.All.Contains) ? Few(known, ProfileLimits.Languages, field) : throw new Refused(Refusal.Invalid, field);
    }

    public static ImmutableArray<string> Links(ImmutableArray<string> links, string field) =>
        Few(links.Select(link => link.Trim()).Where(link => link.Length > 0).Select(link => Link(link, field))
            .Distinct(StringComparer.Ordinal), ProfileLimits.Links, field);

    public static string Zone(string zone, string field) => IsZone(zone) ? zone : throw new Refused(Refusal.Invalid, field);

    public static bool IsZone(string? zone) => zone is not null && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found) && found.HasIanaId;

    /// <summary>An address in lower case, or nothing.</summary>
    public static string Email(string address, string field) =>
        string.IsNullOrWhiteSpace(address) ? "" : EmailAddress.Read(address) ?? throw new Refused(Refusal.Invalid, field);

    public static string Phone(string phone, string field)
    {
        var text = Line(phone, ProfileLimits.Phone, field);
        if (text.Length == 0)
            return text;
        var digits = text.Count(char.IsAsciiDigit);
        return digits is >= 5 and <= 15 && text.All(c => char.IsAsciiDigit(c) || c is ' ' or '+' or '-' or '(' or ')')
            ? text : throw new Refused(Refusal.Invalid, field);
    }

    /// <summary>A username as people write it: bare, with the sign or as an address.</summary>
    public static string Telegram(string username, string field)
    {
        var text = username.Trim();
        text = text[(text.LastIndexOf('/') + 1)..].TrimStart('@');
        return text.Length == 0 || (text.Length is >= 4 and <= 32 && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '_'))
            ? text : throw new Refused(Refusal.Invalid, field);
    }

    /// <summary>An absolute address; people leave the scheme away.</summary>
    private static string Link(string link, string field)
    {
        var text = link.Contains("://", StringComparison.Ordinal) ? link : $"https://{link}";
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || uri.UserInfo.Length > 0 || !uri.Host.Contains('.'))
            throw new Refused(Refusal.Invalid, field);
        return Limited(uri.AbsoluteUri, ProfileLimits.Link, field);
    }

    private static ImmutableArray<string> Few(IEnumerable<string> items, int limit, string field)
    {
        var all = items.ToImmutableArray();
        return all.Length <= limit ? all : throw new Refused(Refusal.OutOfRange, field);
    }

    private static string Limited(string text, int limit, string field) => text.Length <= limit ? text : throw new Refused(Refusal.TooLong, field);

    private static string Tidy(string text, bool lines)
    {
        var tidy = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (lines && c == '\n')
                tidy.Append(c);
            else if (char.IsControl(c) || (!lines && char.IsWhiteSpace(c)))
                tidy.Append(tidy.Length > 0 && tidy[^1] == ' ' ? "" : " ");
            else if (!TurnsTextAround(c))
                tidy.Append(c);
        }
        return tidy.ToString().Trim();
    }

    /// <summary>Bidirectional overrides and isolates: with them one name can be made to look like another.</summary>
    private static bool TurnsTextAround(char c) =>
        CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.Format && c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
