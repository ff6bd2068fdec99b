using System.Globalization;

namespace Weave.Matching;

/// <summary>The key of a match: <c>slug/round/number</c>. Numbers count from 1 in each round.</summary>
[GenerateSerializer, Immutable, Alias("matchId")]
public readonly record struct MatchId([property: Id(0)] MatchRoundId Round, [property: Id(1)] int Number)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Round}/{Number}");

    /// <summary>Reads what <see cref="ToString"/> writes; false for anything else.</summary>
    public static bool TryParse(string? text, out MatchId id)
    {
        id = default;
        var cut = text?.LastIndexOf('/') ?? -1;
        if (cut < 0 || !MatchRoundId.TryParse(text![..cut], out var round))
            return false;
        if (!int.TryParse(text.AsSpan(cut + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var n) || n < 1)
            return false;
        id = new(round, n);
        return true;
    }

    public static MatchId Parse(string text) => TryParse(text, out var id) ? id : throw new FormatException("A match's key is slug/round/number.");
}
