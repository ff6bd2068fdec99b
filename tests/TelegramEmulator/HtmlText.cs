using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Weave.Telegram.Emulator;

/// <summary>
/// Reads <c>parse_mode=HTML</c> as Telegram does: the tags of core.telegram.org/bots/api#html-style and no others, four named character references,
/// and errors that name the byte.
/// </summary>
internal sealed partial class HtmlText
{
    private readonly string _html;
    private readonly StringBuilder _text = new();
    private readonly List<MessageEntity> _entities = [];
    private readonly Stack<(string Tag, string Type, int From, string? Link)> _open = [];
    private readonly Func<long, MentionedUser?> _mention;
    private int _at;

    private readonly bool _times;

    private HtmlText(string html, Func<long, MentionedUser?> mention, bool times) => (_html, _mention, _times) = (html, mention, times);

    /// <param name="html">The text.</param>
    /// <param name="mention">The user of an id, when the bot has met them.</param>
    /// <param name="times">The server knows moments.</param>
    public static FormattedText Parse(string html, Func<long, MentionedUser?> mention, bool times)
    {
        var reading = new HtmlText(html, mention, times);
        reading.Read();
        return new(reading._text.ToString(), reading._entities);
    }

    private void Read()
    {
        while (_at < _html.Length)
        {
            if (_html[_at] == '<')
                ReadTag();
            else if (_html[_at] == '&')
                ReadReference();
            else
                _text.Append(_html[_at++]);
        }
        if (_open.TryPeek(out var open))
            throw Error($"Can't find end tag corresponding to start tag \"{open.Tag}\"");
    }

    private void ReadTag()
    {
        var start = _at;
        var end = _html.IndexOf('>', start);
        if (end < 0)
            throw Error($"Unclosed start tag at byte offset {Byte(start)}");
        var inside = _html[(start + 1)..end];
        _at = end + 1;
        if (inside.StartsWith('/'))
        {
            Close(inside[1..].Trim().ToLowerInvariant(), start);
            return;
        }
        var name = new string([.. inside.TakeWhile(c => !char.IsWhiteSpace(c))]).ToLowerInvariant();
        var type = TypeOf(name, inside) ?? throw Error($"Unsupported start tag \"{name}\" at byte offset {Byte(start)}");
        _open.Push((name, type, _text.Length, name switch { "a" => Attribute(inside, "href"), "tg-time" => $"{Attribute(inside, "unix")} {Attribute(inside, "format")}", _ => null }));
    }

    private void Close(string name, int start)
    {
        if (!_open.TryPop(out var open))
            throw Error($"Unexpected end tag at byte offset {Byte(start)}");
        if (name.Length > 0 && name != open.Tag)
            throw Error($"Unmatched end tag at byte offset {Byte(start)}, expected \"</{open.Tag}>\", found \"</{name}>\"");
        var length = _text.Length - open.From;
        if (length == 0)
            return;
        if (open.Type == "date_time")
            _entities.Add(Time(open.Link!, start) with { Offset = open.From, Length = length });
        else if (open.Type != "text_link")
            _entities.Add(new(open.Type, open.From, length));
        else if (Link(open.Link ?? _text.ToString(open.From, length)) is { } link)
            _entities.Add(link with { Offset = open.From, Length = length });
    }

    /// <summary>core.telegram.org/bots/api#date-time-entity-formatting: relative, or day of the week, date and time.</summary>
    private MessageEntity Time(string said, int start)
    {
        var (unix, format) = said.Split(' ') is [var first, var second] ? (first, second) : ("", "");
        return long.TryParse(unix, NumberStyles.None, CultureInfo.InvariantCulture, out var moment) && TimeFormat().IsMatch(format)
            ? new("date_time", 0, 0) { UnixTime = moment, DateTimeFormat = format }
            : throw Error($"Invalid date specified at byte offset {Byte(start)}");
    }

    private MessageEntity? Link(string url)
    {
        const string User = "tg://user?id=";
        if (url.StartsWith(User, StringComparison.Ordinal))
        {
            return long.TryParse(url[User.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var id) && _mention(id) is { } user
                ? new("text_mention", 0, 0) { User = user } : null;
        }
        // A link that leads nowhere is not refused: the text stays without it.
        return LinkRules.Problem(url) is null ? new("text_link", 0, 0) { Url = url } : null;
    }

    private void ReadReference()
    {
        var end = _html.IndexOf(';', _at);
        var name = end > 0 && end - _at <= 10 ? _html[(_at + 1)..end] : "";
        var read = name switch
        {
            "lt" => "<",
            "gt" => ">",
            "amp" => "&",
            "quot" => "\"",
            ['#', 'x', .. var hex] when int.TryParse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code) => Rune(code),
            ['#', .. var dec] when int.TryParse(dec, NumberStyles.None, CultureInfo.InvariantCulture, out var code) => Rune(code),
            _ => null,
        };
        _text.Append(read ?? "&");
        _at = read is null ? _at + 1 : end + 1;
    }

    private string? TypeOf(string tag, string inside) => tag switch
    {
        "tg-time" => _times ? "date_time" : null,
        "b" or "strong" => "bold",
        "i" or "em" => "italic",
        "u" or "ins" => "underline",
        "s" or "strike" or "del" => "strikethrough",
        "tg-spoiler" => "spoiler",
        "span" when Attribute(inside, "class") == "tg-spoiler" => "spoiler",
        "a" => "text_link",
        "code" => "code",
        "pre" => "pre",
        "blockquote" => inside.Contains("expandable", StringComparison.Ordinal) ? "expandable_blockquote" : "blockquote",
        "tg-emoji" => "custom_emoji",
        _ => null,
    };

    private static string? Attribute(string inside, string name)
    {
        var at = inside.IndexOf(name + "=", StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            return null;
        var value = inside[(at + name.Length + 1)..];
        var text = value is ['"' or '\'', ..] ? value[1..].Split(value[0])[0] : value.Split(' ')[0];
        return text.Replace("&quot;", "\"", StringComparison.Ordinal).Replace("&lt;", "<", StringComparison.Ordinal)
            .Replace("&gt;", ">", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal);
    }

    private static string? Rune(int code) => code > 0 && System.Text.Rune.IsValid(code) ? char.ConvertFromUtf32(code) : null;

    private int Byte(int at) => Encoding.UTF8.GetByteCount(_html.AsSpan(0, at));

    private static ApiError Error(string what) => ApiError.Bad($"can't parse entities: {what}");

    [GeneratedRegex("^(?:r|w?[dD]?[tT]?)$")]
    private static partial Regex TimeFormat();
}
