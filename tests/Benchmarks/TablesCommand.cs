using System.Diagnostics;
using System.Globalization;

namespace Weave.Rooms;

/// <summary>Plans a session of people who all stay and prints it: a line a round, then how many repeats there are.</summary>
internal static class TablesCommand
{
    public static int Run(ReadOnlySpan<string> args)
    {
        var options = new Options(args, "people", "size", "rounds", "seed");
        var problem = new SeatingProblem
        {
            People = [.. Enumerable.Range(0, options.Number("people", 30))],
            TableSize = options.Number("size", 3),
            Rounds = options.Number("rounds", 0) is > 0 and var rounds ? rounds : 1,
            // Without a number of rounds, as many as it takes for everybody to meet everybody.
            Aim = options.Number("rounds", 0) > 0 ? RoomAim.FewRepeats : RoomAim.EverybodyMeets,
            Seed = options.Number("seed", 1),
        };
        SeatingPlanner.Plan(problem with { Seed = 0 }, []);
        var watch = Stopwatch.StartNew();
        var plan = SeatingPlanner.Plan(problem, []);
        var seconds = watch.Elapsed.TotalSeconds;

        var met = new Dictionary<(int, int), int>();
        foreach (var round in plan)
        {
            Console.WriteLine(string.Join(" | ", round.Tables.Select(table => string.Join(' ', table))));
            foreach (var table in round.Tables)
            {
                foreach (var pair in table.SelectMany(a => table.Where(b => a < b).Select(b => (a, b))))
                    met[pair] = met.GetValueOrDefault(pair) + 1;
            }
        }
        var people = problem.People.Count;
        var strangers = problem.Aim == RoomAim.EverybodyMeets ? $"rounds {plan.Length} strangers {(people * (people - 1) / 2) - met.Count} " : "";
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{strangers}repeats {met.Values.Sum(times => times - 1)} seconds {seconds:0.0000}"));
        return 0;
    }
}
