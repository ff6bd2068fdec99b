namespace Weave.Matching;

/// <summary>
/// The companies and roles that a round's participants want to meet. Somebody is one when all its words are among those of their company and headline.
/// </summary>
internal sealed class Targets
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<string[]> _words = [];
    private readonly ILookup<string, int> _byWord;

    public Targets(IEnumerable<IEnumerable<string>> wanted)
    {
        foreach (var words in wanted.SelectMany(targets => targets).Select(Key).Where(words => words.Length > 0))
        {
            if (_numbers.TryAdd(string.Join(' ', words), _words.Count))
                _words.Add(words);
        }
        // By its longest word, which fewest people will have.
        _byWord = _words.Index().ToLookup(target => target.Item.MaxBy(word => word.Length)!, target => target.Index, StringComparer.Ordinal);
    }

    public int Count => _words.Count;

    /// <summary>Of somebody's targets, as numbers, sorted.</summary>
    public int[] Numbers(IEnumerable<string> targets) =>
        [.. targets.Select(target => _numbers.GetValueOrDefault(string.Join(' ', Key(target)), -1)).Where(number => number >= 0).Distinct().Order()];

    /// <summary>Which targets somebody is, sorted.</summary>
    public int[] Met(string company, string headline)
    {
        var words = Words.Of($"{company}\n{headline}");
        return [.. words.Keys.SelectMany(word => _byWord[word]).Where(target => _words[target].All(words.ContainsKey)).Distinct().Order()];
    }

    private static string[] Key(string target) => [.. Words.Of(target).Keys.Order(StringComparer.Ordinal)];
}
