using Weave.Members;

namespace Weave.Matching;

/// <summary>Reading stances.</summary>
internal static class Apart
{
    /// <summary>Whether either of the two has blocked the other.</summary>
    public static bool AreApart(this IReadOnlyList<StanceTowards> stances, Guid one, Guid other) => stances.Any(stance =>
        stance.Stance == Stance.Blocked && ((stance.Member == one && stance.Other == other) || (stance.Member == other && stance.Other == one)));

    public static Stance Towards(this IReadOnlyList<StanceTowards> stances, Guid member, Guid other) =>
        stances.FirstOrDefault(stance => stance.Member == member && stance.Other == other)?.Stance ?? Stance.None;
}
