using System.Collections.Frozen;

namespace Weave.Matching;

/// <summary>The words of a text that mean something, for comparing what one looks for with what another offers. Russian and English, lightly.</summary>
internal static class Words
{
    private const int ShortestStem = 4;

    private static readonly FrozenSet<string> Stop = FrozenSet.Create(StringComparer.Ordinal, (
        "a an and any are as at be by can do for from get have help how i in into is it like look looking me my need of on or our people person " +
        "some somebody someone that the their them to up us want we who will with would you your new good great more best " +
        "а без бы быть в вам вас весь во все всё вы где для до его ее если есть еще же за и из или им их к как ко кто ли мне могу мой мы на найти нам нас не ни " +
        "но нужен нужна нужно о об он она они от по помочь помогу помощь при про с со так те то тот у хочу человек люди что чтобы это я ищу могу хороший новый").Split(' '));

    /// <summary>Longer ones first; what is left must still be a word.</summary>
    private static readonly string[] Endings =
    [
        "иями", "ями", "ами", "иях", "ого", "его", "ому", "ему", "ыми", "ими", "ией", "иям", "ием", "ов", "ев", "ей", "ам", "ям", "ах", "ях", "ом", "ем", "ой", "ый",
        "ий", "ая", "яя", "ое", "ее", "ые", "ие", "ую", "юю", "ия", "ии", "ию", "ью", "а", "я", "ы", "и", "о", "е", "у", "ю", "ь", "й",
        "ing", "ers", "ies", "er", "es", "s", "y",
    ];

    /// <summary>Each word once: what it is compared by, and how it was written first.</summary>
    public static IReadOnlyDictionary<string, string> Of(string text)
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && char.IsLetterOrDigit(text[i]))
            {
                start = start < 0 ? i : start;
                continue;
            }
            if (start >= 0 && text[start..i] is { Length: > 1 } word && Fold(word) is var folded && !Stop.Contains(folded))
                words.TryAdd(Stem(folded), word);
            start = -1;
        }
        return words;
    }

    /// <summary>Lower case, and ё written as е, as most people type it.</summary>
    public static string Fold(string text) => text.Trim().ToLowerInvariant().Replace('ё', 'е');

    private static string Stem(string word) =>
        Array.Find(Endings, ending => word.Length - ending.Length >= ShortestStem && word.EndsWith(ending, StringComparison.Ordinal)) is { } found
            ? word[..^found.Length]
            : word;
}
