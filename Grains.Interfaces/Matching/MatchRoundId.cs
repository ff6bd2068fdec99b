using System.Globalization;

namespace Weave.Matching;

/// <summary>The key of a match round: <c>slug/number</c>. Numbers count from 1 in each community.</summary>
[GenerateSerializer, Immutable, Alias("matchRoundId")]
public readonly record struct MatchRoundId([property: Id(0)] string Community, [property: Id(1)] int Number)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Community}/{Number}");

    /// <summary>Reads what <see cref="ToString"/> writes; false for anything else.</summary>
    public static bool TryParse(string? text, out MatchRoundId id)
    {
        id = default;
        if (text?.Split('/') is not [var community, var number] || community.Length == 0)
            return false;
        if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n) || n < 1)
            return false;
        id = new(community, n);
        return true;
    }

    public static MatchRoundId Parse(string text) =>
        TryParse(text, out var id) ? id : throw new FormatException("A match round's key is slug/number.");
}
