using System.Diagnostics;
using System.Globalization;
using Weave.Members;

namespace Weave.Matching;

/// <summary>Whole match rounds of one community, from profiles to matches with reasons and certificate, each with the history of those before.</summary>
internal static class RoundCommand
{
    private static readonly DateTimeOffset Start = new(2027, 3, 1, 0, 0, 0, TimeSpan.Zero);

    public static int Run(ReadOnlySpan<string> args)
    {
        var options = new Options(args, "members", "rounds", "seed", "candidates");
        var (members, rounds, seed) = (options.Number("members", 300), options.Number("rounds", 5), options.Number("seed", 1));
        var allPairs = options.Number("candidates", members > CandidateGraph.MostForAllPairs ? 1 : 0) == 0;
        var people = new MadeUpPeople(seed).Make(members);
        var (history, owed, seconds) = (new List<Acquaintance>(), new List<(Guid Member, int Round, double Shortfall)>(), new List<double>());
        for (var round = 0; round < rounds; round++)
        {
            var problem = new PairingProblem
            {
                Participants = people,
                History = history,
                Owed = Fairness.Owed(owed.Where(entry => round - entry.Round <= Fairness.Rounds).Select(entry => (entry.Member, round - entry.Round, entry.Shortfall))),
                Now = Start.AddDays(7 * round),
                Seed = seed + round,
            };
            var watch = Stopwatch.StartNew();
            var pairing = Pairing.Pair(problem, allPairs);
            seconds.Add(watch.Elapsed.TotalSeconds);

            var quality = pairing.Quality;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"round {round + 1} members {members} matches {quality.Matches} trios {quality.Trios} left out {quality.LeftOut} repeats {quality.Repeats} in common {quality.InCommon}"
                + $" mean {quality.Mean:0.00} without history {Best(pairing, problem, allPairs):0.00} pairs {quality.Pairs} seconds {seconds[^1]:0.000}"
                + $" memory_mb {Process.GetCurrentProcess().PeakWorkingSet64 / (1 << 20)} proof {quality.Proof}"));
            history.AddRange(pairing.Matches.SelectMany(match => match.Reasons).Select(reason => new Acquaintance(reason.A, reason.B, 1, problem.Now)));
            owed.AddRange(Fairness.Shortfalls(pairing).Select(entry => (entry.Key, round, entry.Value)));
        }
        seconds.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"members {members} median seconds {seconds[seconds.Count / 2]:0.000}"));
        return 0;
    }

    /// <summary>Looked for by the product itself for few people, and here, outside of the time measured, for up to two thousand.</summary>
    private static double Best(RoundPairing pairing, PairingProblem problem, bool allPairs) =>
        pairing.Quality.MeanOfStrangers > 0 || problem.Participants.Count > CandidateGraph.MostForAllPairs
            ? pairing.Quality.MeanOfStrangers
            : Pairing.Pair(problem with { History = [] }, allPairs).Quality.Mean;
}
