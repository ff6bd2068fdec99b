using System.Net;
using System.Text;
using MimeKit;
using Weave.Matching;

namespace Weave.Notifications;

/// <summary>Writes a letter down, as text and as simple HTML that every mail reader shows. Styles stand at the elements, because many readers drop all others.</summary>
internal static class LetterBody
{
    public static MimeEntity Of(Letter letter, string language)
    {
        var body = new MultipartAlternative
        {
            new TextPart("plain") { Text = Text(letter) },
            new TextPart("html") { Text = Html(letter, language) },
        };
        return letter.Calendar is { } calendar ? new Multipart("mixed") { body, Entry(calendar) } : body;
    }

    public static string Text(Letter letter) => string.Join("\n\n", letter.Parts.Select(part => part switch
    {
        LetterPart.Paragraph p => p.Text,
        LetterPart.Heading h => $"{h.Text}\n{new string('-', Math.Min(h.Text.Length, 40))}",
        LetterPart.Field f => $"{f.Label}: {f.Text}",
        LetterPart.Button b => $"{b.Text}:\n{b.Url}",
        LetterPart.Link l => $"{l.Text}: {l.Url}",
        LetterPart.Note n => n.Text,
        _ => throw new ArgumentOutOfRangeException(nameof(letter), part, "There is no such part."),
    })) + "\n\n-- \nWeave\n";

    public static string Html(Letter letter, string language)
    {
        var html = new StringBuilder($"""
            <!doctype html>
            <html lang="{language}">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{Safe(letter.Subject)}</title></head>
            <body style="margin:0 auto;max-width:34rem;padding:1.5rem;font:16px/1.5 system-ui,sans-serif">
            <h1 style="font-size:1.4rem">{Safe(letter.Subject)}</h1>

            """);
        foreach (var part in letter.Parts)
            html.Append(Html(part)).Append('\n');
        return html.Append("</body>\n</html>\n").ToString();
    }

    private static TextPart Entry(string calendar) => new("calendar")
    {
        Text = calendar,
        ContentDisposition = new ContentDisposition(ContentDisposition.Attachment) { FileName = CalendarEntries.FileName },
    };

    private static string Html(LetterPart part) => part switch
    {
        LetterPart.Paragraph p => $"<p>{Safe(p.Text)}</p>",
        LetterPart.Heading h => $"<h2 style=\"font-size:1.15rem;margin-bottom:0\">{Safe(h.Text)}</h2>",
        LetterPart.Field f => $"<p><b>{Safe(f.Label)}:</b> {Safe(f.Text)}</p>",
        LetterPart.Button b => "<p><a style=\"display:inline-block;padding:.7rem 1.2rem;border-radius:.5rem;background:#2f5d50;color:#ffffff;text-decoration:none\" "
            + $"href=\"{Safe(b.Url)}\">{Safe(b.Text)}</a></p>",
        LetterPart.Link l => $"<p><a href=\"{Safe(l.Url)}\">{Safe(l.Text)}</a></p>",
        LetterPart.Note n => $"<p style=\"font-size:.9rem;opacity:.75\">{Safe(n.Text)}</p>",
        _ => throw new ArgumentOutOfRangeException(nameof(part), part, "There is no such part."),
    };

    private static string Safe(string text) => WebUtility.HtmlEncode(text).Replace("\n", "<br>", StringComparison.Ordinal);
}
