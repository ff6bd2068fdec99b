using System.Collections.Frozen;
using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.Ru;
using Lucene.Net.Tartarus.Snowball;
using Lucene.Net.Tartarus.Snowball.Ext;

namespace Weave.Matching;

/// <summary>
/// The words of a text that mean something, for comparing what one looks for with what another offers. Words in Cyrillic letters are cut to their stem by the
/// Russian Snowball stemmer, others by the English one.
/// </summary>
internal static class Words
{
    /// <summary>What people write around the thing they mean, which the general lists do not have.</summary>
    private const string Filler =
        "am any anybody anyone best can find get give good great have help how i like look looking me more my need new our people person some somebody someone them want we who would you your " +
        "весь все всё где для еще ещё ищу кто люди могу мой нужен нужна нужно помогу помочь помощь хороший хочу человек что чтобы новый интересно интересует";

    private static readonly FrozenSet<string> Stop = Filler.Split(' ').Concat(RussianAnalyzer.DefaultStopSet).Concat(EnglishAnalyzer.DefaultStopSet)
        .Select(Fold).ToFrozenSet(StringComparer.Ordinal);

    [ThreadStatic]
    private static SnowballProgram? _russian;

    [ThreadStatic]
    private static SnowballProgram? _english;

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

    private static string Stem(string word)
    {
        // Stemmers hold what they work on, and are not made for several threads.
        var stemmer = word.Any(letter => letter is >= 'а' and <= 'я') ? _russian ??= new RussianStemmer() : _english ??= new EnglishStemmer();
        stemmer.SetCurrent(word);
        stemmer.Stem();
        return stemmer.Current;
    }
}
