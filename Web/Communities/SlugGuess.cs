using System.Globalization;
using System.Text;

namespace Weave.Communities;

/// <summary>A first guess at a community's address, for people to correct.</summary>
internal static class SlugGuess
{
    private const int MaxLength = 40;
    private const string Cyrillic = "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґ";

    private static readonly string[] Latin =
        "a b v g d e e zh z i y k l m n o p r s t u f kh ts ch sh shch - y - e yu ya i yi ye g".Split(' ');

    /// <summary><c>Стартапы &amp; Co</c> → <c>startapy-co</c>; empty when too little of the name can be written so.</summary>
    public static string From(string name)
    {
        var text = new StringBuilder();
        foreach (var c in name.ToLowerInvariant().Normalize(NormalizationForm.FormC))
            text.Append(Spell(c));
        var slug = string.Join('-', text.ToString().Split('-', StringSplitOptions.RemoveEmptyEntries));
        if (slug.Length > MaxLength)
            slug = slug[..MaxLength].TrimEnd('-');
        return Slug.IsValid(slug) ? slug : "";
    }

    private static string Spell(char c)
    {
        if (char.IsAsciiLetterOrDigit(c))
            return c.ToString();
        if (Cyrillic.IndexOf(c, StringComparison.Ordinal) is >= 0 and var at)
            return Latin[at] == "-" ? "" : Latin[at];
        // é is e with something above it.
        var basic = c.ToString().Normalize(NormalizationForm.FormD)[0];
        return char.IsAsciiLetter(basic) ? basic.ToString(CultureInfo.InvariantCulture) : "-";
    }
}
