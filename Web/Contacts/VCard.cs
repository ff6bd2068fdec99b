using System.Text;

namespace Weave.Contacts;

/// <summary>Writes vCard 4.0 (RFC 6350): one card a contact, lines ended by CR LF and folded at 75 octets of UTF-8.</summary>
public static class VCard
{
    private const int LineOctets = 75;

    public static string Write(Contact contact)
    {
        var card = new StringBuilder();
        Line(card, "BEGIN:VCARD");
        Line(card, "VERSION:4.0");
        Line(card, $"UID:urn:uuid:{contact.Member:D}");
        Line(card, $"FN:{Text(contact.Name)}");
        Line(card, $"N:{Structured(contact.Name)}");
        if (contact.Headline.Length > 0)
            Line(card, $"TITLE:{Text(contact.Headline)}");
        if (contact.Company.Length > 0)
            Line(card, $"ORG:{Text(contact.Company)}");
        if (contact.Card.Email.Length > 0)
            Line(card, $"EMAIL:{Text(contact.Card.Email)}");
        if (contact.Card.Phone.Length > 0)
            Line(card, $"TEL;VALUE=uri:{ContactLinks.Phone(contact.Card.Phone)}");
        if (contact.Card.Telegram.Length > 0)
            Line(card, $"URL:{ContactLinks.Telegram(contact.Card.Telegram)}");
        foreach (var link in contact.Card.Links)
            Line(card, $"URL:{link}");
        if (contact.Occasion.Length > 0)
            Line(card, $"NOTE:{Text($"{contact.Occasion}, {contact.At.UtcDateTime:yyyy-MM-dd}")}");
        Line(card, $"REV:{contact.At.UtcDateTime:yyyyMMdd'T'HHmmss'Z'}");
        Line(card, "END:VCARD");
        return card.ToString();
    }

    /// <summary>RFC 6350, 3.4: backslash, comma, semicolon and line feed are written with a backslash. Other control characters have no place in a text.</summary>
    internal static string Text(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text.ReplaceLineEndings("\n"))
        {
            escaped.Append(c switch
            {
                '\n' => "\\n",
                '\\' or ',' or ';' => $"\\{c}",
                _ when char.IsControl(c) => "",
                _ => c.ToString(),
            });
        }
        return escaped.ToString();
    }

    /// <summary>Family name and given names. Only a guess from the name as it is written: the last word is taken for the family's.</summary>
    private static string Structured(string name)
    {
        var trimmed = name.Trim();
        var cut = trimmed.LastIndexOf(' ');
        return cut < 0 ? $";{Text(trimmed)};;;" : $"{Text(trimmed[(cut + 1)..])};{Text(trimmed[..cut].TrimEnd())};;;";
    }

    /// <summary>RFC 6350, 3.2: a longer line goes on after CR LF and a space. No character is torn apart.</summary>
    private static void Line(StringBuilder card, string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > LineOctets)
            {
                card.Append("\r\n ");
                octets = 1;
            }
            card.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }
        card.Append("\r\n");
    }
}
