namespace Weave.Matching;

/// <summary>
/// What a community owes to those who fared badly in its rounds: 1 for a round in which somebody got nobody, a half for a trio, and up to a half for a match that
/// scored far below the others. It fades by a third with every round that follows, and weighs in the next pairing until then.
/// </summary>
internal static class Fairness
{
    /// <summary>Older rounds are forgotten.</summary>
    public const int Rounds = 6;

    private const double LeftOut = 1;
    private const double Trio = 0.5;
    private const double BadMatch = 0.5;
    private const double Fading = 2.0 / 3;

    /// <summary>What one round leaves its people short of; only those who are short of something.</summary>
    public static IReadOnlyDictionary<Guid, double> Shortfalls(RoundPairing pairing)
    {
        var matches = pairing.Matches;
        var usual = matches.Count == 0 ? 0 : matches.Average(match => match.Score);
        var owed = pairing.LeftOut.ToDictionary(member => member, _ => LeftOut);
        foreach (var match in matches)
        {
            var shortfall = (match.Members.Count > pairing.GroupSize ? Trio : 0) + (usual > 0 ? BadMatch * Math.Clamp((usual - match.Score) / usual, 0, 1) : 0);
            foreach (var member in match.Members.Where(_ => shortfall > 0))
                owed[member] = shortfall;
        }
        return owed;
    }

    /// <summary>What is owed after some rounds, from 0 to 1.</summary>
    /// <param name="shortfalls">Who fell short by how much, and how many rounds ago; 1 is the latest round.</param>
    public static IReadOnlyDictionary<Guid, double> Owed(IEnumerable<(Guid Member, int RoundsAgo, double Shortfall)> shortfalls) =>
        shortfalls.GroupBy(entry => entry.Member).ToDictionary(
            entries => entries.Key, entries => Math.Min(1, entries.Sum(entry => entry.Shortfall * Math.Pow(Fading, entry.RoundsAgo - 1))));
}
