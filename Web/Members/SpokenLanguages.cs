using System.Collections.Immutable;
using System.Globalization;

namespace Weave.Members;

/// <summary>The languages people speak, by name: codes are for machines.</summary>
internal static class SpokenLanguages
{
    /// <summary>Those offered first.</summary>
    public static ImmutableArray<string> Common { get; } = ["en", "ru", "de", "es", "fr", "it", "pt", "uk", "pl", "tr", "ar", "zh"];

    /// <summary>The name in the reader's language; the code when it has none.</summary>
    public static string NameOf(string code)
    {
        var name = code.Length == 2 ? CultureInfo.GetCultureInfo(code).DisplayName : code;
        return char.ToUpper(name[0], CultureInfo.CurrentCulture) + name[1..];
    }

    /// <summary>The code of a language given by its code or its name in English, in the reader's language or in itself; null when there is none.</summary>
    public static string? Find(string text)
    {
        var name = text.Trim();
        return LanguageCodes.All.FirstOrDefault(code => string.Equals(code, name, StringComparison.OrdinalIgnoreCase))
            ?? LanguageCodes.All.FirstOrDefault(code => CultureInfo.GetCultureInfo(code) is var culture
                && new[] { culture.DisplayName, culture.EnglishName, culture.NativeName }.Contains(name, StringComparer.CurrentCultureIgnoreCase));
    }
}
