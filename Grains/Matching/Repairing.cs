using Weave.Members;

namespace Weave.Matching;

/// <summary>Puts those together in the middle of a round who want another partner. Unlike at its beginning, waiting on is better than who one has just left.</summary>
internal static class Repairing
{
    /// <param name="waiting">The first ones first.</param>
    /// <param name="apart">Pairs that must not be, in both directions: kept apart by themselves, or together in this round before.</param>
    public static IReadOnlyList<PlannedMatch> Pair(IReadOnlyList<Candidate> waiting, IReadOnlyList<Acquaintance> history, IReadOnlySet<(Guid, Guid)> apart, int seed)
    {
        var matches = new List<PlannedMatch>();
        var rest = waiting.ToList();
        // Each pass either finds matches or lets go of one person with whom none are possible.
        while (rest.Count > 1)
        {
            var found = Pairing.Pair(rest, history, seed).Where(match => IsPossible(match, apart)).ToList();
            matches.AddRange(found);
            var gone = found.SelectMany(match => match.Members).ToHashSet();
            if (gone.Count == 0)
                gone.Add(rest.MaxBy(one => rest.Count(other => apart.Contains((one.Id, other.Id))))!.Id);
            rest.RemoveAll(one => gone.Contains(one.Id));
        }
        return matches;
    }

    private static bool IsPossible(PlannedMatch match, IReadOnlySet<(Guid, Guid)> apart) =>
        !match.Members.Any(one => match.Members.Any(other => apart.Contains((one, other))));
}
