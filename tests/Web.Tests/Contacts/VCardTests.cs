using System.Text;
using CsCheck;
using Weave.Members;
using Xunit;

namespace Weave.Contacts;

public sealed class VCardTests
{
    [Fact]
    public void A_card_says_who_how_to_reach_them_and_where_one_met() => Assert.Equal(
        """
        BEGIN:VCARD
        VERSION:4.0
        UID:urn:uuid:0190a1b2-0000-7000-8000-000000000001
        FN:Anna Maria Ivanova
        N:Ivanova;Anna Maria;;;
        TITLE:CFO\, product
        ORG:Acme\; Sons
        EMAIL:anna@example.org
        TEL;VALUE=uri:tel:+49301234567
        URL:https://t.me/anna
        URL:https://example.org/anna
        NOTE:Founders\, 2027-03-01
        REV:20270301T090000Z
        END:VCARD

        """.ReplaceLineEndings("\r\n"),
        VCard.Write(Anna()));

    [Fact]
    public void What_was_not_given_is_left_out()
    {
        var card = VCard.Write(Anna() with { Headline = "", Company = "", Card = new ContactCard() });
        foreach (var property in new[] { "TITLE", "ORG", "EMAIL", "TEL", "URL" })
            Assert.DoesNotContain($"\r\n{property}", card, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_of_one_word_is_a_given_name() => Assert.Contains("\r\nN:;Anna;;;\r\n", VCard.Write(Anna() with { Name = "Anna" }), StringComparison.Ordinal);

    [Fact]
    public void Nobody_smuggles_a_line_into_a_card()
    {
        var card = VCard.Write(Anna() with { Name = "Anna\r\nEMAIL:evil@example.org", Company = "a\\,b;c\u0007" });

        Assert.Contains("FN:Anna\\nEMAIL:evil@example.org\r\n", card, StringComparison.Ordinal);
        Assert.Contains("ORG:a\\\\\\,b\\;c\r\n", card, StringComparison.Ordinal);
    }

    [Fact]
    public void Cyrillic_lines_are_folded_between_characters()
    {
        var name = string.Concat(Enumerable.Repeat("Александра ", 12)).Trim();
        var card = VCard.Write(Anna() with { Name = name });

        Assert.All(card.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        Assert.Contains($"FN:{name}\r\n", Unfolded(card), StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_is_written_is_read_back_from_lines_of_at_most_75_octets() =>
        Gen.Char["aя€,;\\ \n"].Array[0, 300].Select(chars => new string(chars)).Sample(text =>
        {
            var headline = $"x{text.Trim()}👏";
            var card = VCard.Write(Anna() with { Headline = headline });

            Assert.All(card.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
            var title = Assert.Single(Unfolded(card).Split("\r\n"), line => line.StartsWith("TITLE:", StringComparison.Ordinal));
            Assert.Equal(headline, Unescaped(title["TITLE:".Length..]));
        }, threads: 1);

    private static string Unfolded(string card) => card.Replace("\r\n ", "", StringComparison.Ordinal);

    private static string Unescaped(string text)
    {
        var read = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
            read.Append(text[i] != '\\' ? text[i] : text[++i] == 'n' ? '\n' : text[i]);
        return read.ToString();
    }

    private static Contact Anna() => new()
    {
        Member = Guid.Parse("0190a1b2-0000-7000-8000-000000000001"),
        Name = "Anna Maria Ivanova",
        Headline = "CFO, product",
        Company = "Acme; Sons",
        Card = new ContactCard { Email = "anna@example.org", Phone = "+49 (30) 123-45-67", Telegram = "anna", Links = ["https://example.org/anna"] },
        Source = "room:a",
        Occasion = "Founders",
        At = new(2027, 3, 1, 9, 0, 0, TimeSpan.Zero),
    };
}
