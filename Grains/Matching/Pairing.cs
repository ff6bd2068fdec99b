namespace Weave.Matching;

/// <summary>
/// Puts the participants of a round together. In this order: nobody is put with somebody they share no language with or are kept apart from, as many as possible
/// get a partner, in pairs rather than trios, with as few repeats as possible and the oldest of them, then by what they have for each other, more for those whom
/// earlier rounds owe something. Up to two thousand people get the best of all pairs; more get the best of about thirty promising partners for each. The odd one is then
/// placed as they or the community like it best; where that is a trio, up to twelve people are tried in all ways.
/// </summary>
internal static class Pairing
{
    /// <summary>For so many, the best pairing without history is looked for beside.</summary>
    private const int MostToCompare = 500;

    public static RoundPairing Pair(PairingProblem problem, CancellationToken cancellation = default) =>
        Pair(problem, problem.Participants.Count <= CandidateGraph.MostForAllPairs, cancellation);

    /// <param name="problem">Who takes part.</param>
    /// <param name="allPairs">Whether to look at all pairs, rather than the promising ones.</param>
    /// <param name="cancellation">Gives up.</param>
    internal static RoundPairing Pair(PairingProblem problem, bool allPairs, CancellationToken cancellation = default)
    {
        Candidate[] people = [.. problem.Participants.OrderBy(person => person.Id)];
        // Chance decides between what is equally good: which of two equal partners comes first.
        new Random(problem.Seed).Shuffle(people);
        people = [.. people, .. problem.Hosts.ExceptBy(people.Select(person => person.Id), host => host.Id)];
        var weights = new PairWeights(problem, people);
        var (groups, certificate) = Groups(weights, problem, allPairs, cancellation);

        PlannedMatch[] matches = [.. groups.Where(group => group.Length > 1).Select(group => Plan(weights, people, group))];
        return new()
        {
            GroupSize = problem.GroupSize,
            Matches = matches,
            LeftOut = [.. groups.Where(group => group.Length == 1).Select(group => people[group[0]].Id)],
            Certificate = certificate,
            Quality = new()
            {
                Proof = certificate switch
                {
                    null or { Sound: false } => PairingProof.None,
                    { AllPairs: true } => PairingProof.BestOfAll,
                    _ => PairingProof.BestOfPromising,
                },
                Pairs = certificate?.Pairs ?? weights.Count * (weights.Count - 1) / 2,
                Matches = matches.Length,
                Trios = matches.Count(match => match.Members.Count > problem.GroupSize),
                LeftOut = groups.Count(group => group.Length == 1),
                Repeats = matches.Sum(match => match.Reasons.Count(reason => reason.Repeat)),
                InCommon = matches.Count(match => match.Reasons.Any(reason => reason.SaysSomething)),
                Mean = Mean(matches),
                MeanOfStrangers = weights.History.Any && people.Length <= MostToCompare ? Mean(Pair(problem with { History = [] }, allPairs, cancellation).Matches) : 0,
            },
        };
    }

    /// <summary>The participants as one group, put together by hand; null when two of them must not be.</summary>
    public static PlannedMatch? Together(PairingProblem problem)
    {
        Candidate[] people = [.. problem.Participants];
        var weights = new PairWeights(problem, people);
        var all = Enumerable.Range(0, people.Length).ToArray();
        return all.All(a => all.Skip(a + 1).All(b => weights.CanMeet(a, b))) ? Plan(weights, people, all) : null;
    }

    private static (IReadOnlyList<int[]> Groups, PairingCertificate? Certificate) Groups(PairWeights weights, PairingProblem problem, bool allPairs, CancellationToken cancellation)
    {
        if (problem.GroupSize > 2)
            return (LargerGroups.Of(weights, problem.GroupSize, problem.Seed), null);
        var (mates, certificate) = MatchedPairing.Pair(weights, allPairs, problem.Seed, cancellation);
        // With a trio to come, other pairs may be better than the best pairs.
        var few = weights.Count <= ExactPairing.Most && problem.OddOne is [OddOne.Trio, ..] && problem.Wishes.Count == 0;
        return (few ? ExactPairing.Pair(weights) : Odd.Place(weights, mates, Choices), certificate);

        IEnumerable<OddOne> Choices(int person) =>
            problem.Wishes.TryGetValue(weights.Ids[person], out var wish) ? problem.OddOne.Prepend(wish).Distinct() : problem.OddOne;
    }

    private static PlannedMatch Plan(PairWeights weights, Candidate[] people, int[] group)
    {
        (int A, int B)[] pairs = [.. group.SelectMany((a, i) => group.Skip(i + 1).Select(b => (a, b)))];
        return new(
            [.. group.Select(i => people[i].Id)],
            [.. pairs.Select(pair => weights.Affinity.Reason(pair.A, pair.B, people[pair.A].Id, people[pair.B].Id, weights.History.Met(pair.A, pair.B) is not null))],
            pairs.Average(pair => weights.Affinity.Between(pair.A, pair.B)));
    }

    private static double Mean(IReadOnlyCollection<PlannedMatch> matches) => matches.Count == 0 ? 0 : matches.Average(match => match.Score);
}
