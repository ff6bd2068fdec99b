using System.Diagnostics;

namespace Weave.Rooms;

/// <summary>
/// Searches, by annealing, rounds of which the developed ones never put two people together twice: differences that occur twice, differences of half the
/// modulus, and two who stay at one table are what it reduces to none. What it prints is the argument of a <see cref="Starter"/>.
/// </summary>
internal static class StarterCommand
{
    public static int Run(ReadOnlySpan<string> args)
    {
        var options = new Options(args, "people", "size", "modulus", "starts", "seconds", "seed", "heat");
        var (people, size, modulus) = (options.Number("people", 30), options.Number("size", 3), options.Number("modulus", 14));
        var (starts, seconds, heat) = (options.Number("starts", 1), options.Number("seconds", 60), options.Number("heat", 60) / 100.0);
        var (kind, kinds) = Kinds(people, modulus);
        var random = new Random(options.Number("seed", 1));
        var count = new int[kinds];
        // The first kind is of pairs that must not meet at all.
        count[0] = 1;
        var rounds = Enumerable.Range(0, starts).Select(_ => Enumerable.Range(0, people).ToArray()).ToArray();
        foreach (var round in rounds)
            random.Shuffle(round);
        var cost = rounds.Sum(round => Enumerable.Range(0, people).Sum(seat => Sit(round, seat, round[seat], seat % size)));

        var watch = Stopwatch.StartNew();
        var temperature = heat;
        for (var step = 1L; cost > 0; step++)
        {
            if (step % 1_000_000 == 0)
            {
                if (watch.Elapsed.TotalSeconds > seconds)
                {
                    Console.WriteLine($"none: {cost} left");
                    return 1;
                }
                temperature = heat * (1 - (0.65 * (watch.Elapsed.TotalSeconds % 10) / 10));
            }
            var round = rounds[random.Next(starts)];
            var (x, y) = (random.Next(people), random.Next(people));
            if (x / size == y / size)
                continue;
            var (a, b) = (round[x], round[y]);
            var change = Sit(round, x, b, size) - Stand(round, x, a) + Sit(round, y, a, size) - Stand(round, y, b);
            if (change <= 0 || random.NextDouble() < Math.Exp(-change / temperature))
            {
                (round[x], round[y]) = (b, a);
                cost += change;
                continue;
            }
            _ = Sit(round, x, a, size) - Stand(round, x, b) + Sit(round, y, b, size) - Stand(round, y, a);
        }
        Console.WriteLine($"new({people}, {size}, {modulus}, [{string.Join(", ", rounds.SelectMany(round => round))}]),");
        return 0;

        int Sit(int[] round, int seat, int person, int among)
        {
            var (paid, first) = (0, seat / size * size);
            for (var other = first; other < first + among; other++)
                paid += other == seat ? 0 : count[kind[person, round[other]]]++;
            return paid;
        }

        int Stand(int[] round, int seat, int person)
        {
            var (saved, first) = (0, seat / size * size);
            for (var other = first; other < first + size; other++)
                saved += other == seat ? 0 : --count[kind[person, round[other]]];
            return saved;
        }
    }

    /// <summary>Pairs are of one kind when developing brings one to the other.</summary>
    private static (int[,] Kind, int Kinds) Kinds(int people, int modulus)
    {
        var (kind, known, moving) = (new int[people, people], new Dictionary<(int, int, int), int>(), people / modulus * modulus);
        for (var a = 0; a < people; a++)
        {
            for (var b = 0; b < a; b++)
            {
                var difference = (((a - b) % modulus) + modulus) % modulus;
                var (runA, runB) = (a / modulus, b / modulus);
                if (runA == runB)
                    difference = Math.Min(difference, modulus - difference);
                var never = b >= moving || (runA == runB && difference * 2 == modulus);
                var key = a >= moving ? (-a, runB, 0) : (runA, runB, difference);
                kind[a, b] = kind[b, a] = never ? 0 : known.TryGetValue(key, out var number) ? number : known[key] = known.Count + 1;
            }
        }
        return (kind, known.Count + 1);
    }
}
