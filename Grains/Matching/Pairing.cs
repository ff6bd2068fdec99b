using Weave.Members;

namespace Weave.Matching;

/// <summary>
/// Puts the participants of a round together. In this order: nobody is put with somebody they share no language with, as many as possible get a partner,
/// in pairs rather than trios, with as few repeats as possible and the oldest of them, then by what they have for each other. Up to twelve people are put together in
/// the best way there is, trio included; up to a thousand in the best pairs, which whoever is left then joins; more in blocks of a thousand.
/// </summary>
internal static class Pairing
{
    private const int Block = 1000;

    /// <param name="participants">Those who said yes.</param>
    /// <param name="history">Who has met, or was put together, before.</param>
    /// <param name="seed">Decides between what is equally good: the same seed gives the same pairing.</param>
    /// <returns>The matches; who is in none of them could not be put with anybody.</returns>
    public static IReadOnlyList<PlannedMatch> Pair(IReadOnlyList<Candidate> participants, IReadOnlyList<Acquaintance> history, int seed)
    {
        var affinity = new Affinity(participants, history);
        var matches = new List<PlannedMatch>();
        IReadOnlyList<Guid> free = [];
        foreach (var (block, last) in Blocks(participants, seed))
        {
            Guid[] people = [.. free, .. block];
            var scores = new Scores(affinity, people);
            var groups = people.Length <= ExactPairing.Most ? ExactPairing.Pair(scores) : MatchedPairing.Pair(scores, trios: last);
            matches.AddRange(groups.Where(group => group.Length > 1).Select(group => Plan(affinity, [.. group.Select(i => people[i])])));
            free = [.. groups.Where(group => group.Length == 1).Select(group => people[group[0]])];
        }
        return matches;
    }

    /// <summary>Those who speak the same language best stand together; otherwise chance decides.</summary>
    private static IEnumerable<(Guid[] People, bool Last)> Blocks(IReadOnlyList<Candidate> participants, int seed)
    {
        Candidate[] shuffled = [.. participants.OrderBy(candidate => candidate.Id)];
        new Random(seed).Shuffle(shuffled);
        Guid[][] blocks = [.. shuffled.OrderBy(candidate => candidate.Profile.Languages.FirstOrDefault() ?? "", StringComparer.Ordinal)
            .Select(candidate => candidate.Id).Chunk(Block)];
        return blocks.Select((block, i) => (block, i == blocks.Length - 1));
    }

    private static PlannedMatch Plan(Affinity affinity, Guid[] members) =>
        new(members, [.. members.SelectMany((a, i) => members.Skip(i + 1).Select(b => affinity.Reason(a, b)))]);
}
