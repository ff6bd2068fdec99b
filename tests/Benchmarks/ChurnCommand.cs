using System.Collections.Immutable;
using System.Globalization;

namespace Weave.Rooms;

/// <summary>
/// Simulates sessions in which people come and go, as a room plans them: before each round, and counts who met again. Between two rounds everybody leaves with
/// the chance given, and as many are likely to come: half of them people who have been here before, half new ones.
/// </summary>
internal static class ChurnCommand
{
    public static int Run(ReadOnlySpan<string> args)
    {
        var options = new Options(args, "people", "size", "rounds", "churn", "sessions");
        var (people, size, rounds) = (options.Number("people", 30), options.Number("size", 3), options.Number("rounds", 8));
        var (churn, sessions) = (options.Number("churn", 20), options.Number("sessions", 1000));
        var milliseconds = new List<double>();
        for (var seed = 0; seed < 20; seed++)
            Session(seed, people, size, rounds, churn, milliseconds);
        milliseconds.Clear();

        var repeats = Enumerable.Range(1, sessions).Select(seed => Session(seed, people, size, rounds, churn, milliseconds)).ToList();

        milliseconds.Sort();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"sessions {sessions} without a repeat {100.0 * repeats.Count(count => count == 0) / sessions:0.0} % repeats {repeats.Sum()} most {repeats.Max()}"
            + $" next seating ms median {At(0.5):0.00} p99 {At(0.99):0.00} most {milliseconds[^1]:0.00}"));
        return 0;

        double At(double share) => milliseconds[(int)(share * (milliseconds.Count - 1))];
    }

    private static int Session(int seed, int people, int size, int rounds, int churn, List<double> milliseconds)
    {
        var random = new Random(seed);
        var (present, away, number) = (Enumerable.Range(0, people).ToList(), new List<int>(), people);
        var (met, plan) = (new Dictionary<(int, int), int>(), ImmutableArray<PlannedRound>.Empty);
        for (var round = 0; round < rounds; round++)
        {
            var problem = new SeatingProblem { People = [.. present], TableSize = size, Rounds = rounds - round, Met = met, Seed = seed ^ round };
            // What the processor worked: others may be working beside.
            var before = Environment.CpuUsage.TotalTime;
            plan = SeatingPlanner.Plan(problem, plan);
            milliseconds.Add((Environment.CpuUsage.TotalTime - before).TotalMilliseconds);
            foreach (var table in plan[0].Tables)
            {
                foreach (var pair in table.SelectMany(a => table.Where(b => a < b).Select(b => (a, b))))
                    met[pair] = met.GetValueOrDefault(pair) + 1;
            }
            plan = plan[1..];

            var gone = present.Where(_ => random.Next(100) < churn).ToList();
            var back = Enumerable.Range(0, people).Count(_ => random.Next(100) < churn);
            for (; back > 0; back--)
            {
                if (away.Count > 0 && random.Next(2) == 0)
                {
                    var returner = away[random.Next(away.Count)];
                    away.Remove(returner);
                    present.Add(returner);
                }
                else
                {
                    present.Add(number++);
                }
            }
            present.RemoveAll(gone.Contains);
            away.AddRange(gone);
            present.Sort();
        }
        return met.Values.Sum(times => times - 1);
    }
}
