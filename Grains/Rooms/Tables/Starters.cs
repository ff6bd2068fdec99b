namespace Weave.Rooms;

/// <summary>
/// Starters found by computer, by depth-first search and by annealing, each developed cyclically; tests verify them pair by pair. The command
/// <c>starter</c> of tests/Benchmarks searches by annealing for more of those without a repeat; it is not what found these, and it knows neither
/// coverings nor rounds that stay. On the existence of such systems: Colbourn and Dinitz, Handbook of Combinatorial Designs, IV.5. Ten rounds of 32 in
/// fours were first given by Alejandro Aguado in 2004; ours were found as a design that a cyclic group of order 16 leaves as it is, and then split into rounds.
/// </summary>
internal static class Starters
{
    /// <summary>10 rounds, everybody meets all but one. Adding 8 makes the first round itself again; the last two stay as a whole when 4 is added.</summary>
    private static readonly Starter ThirtyTwoInFours = new(32, 4, 16, [3, 5, 14, 31, 6, 11, 13, 23, 0, 1, 4, 20, 8, 9, 12, 28, 7, 22, 25, 29, 15, 17, 21, 30, 2, 16, 26, 27, 10, 18, 19, 24],
        [0, 6, 27, 29, 1, 7, 28, 30, 4, 10, 17, 31, 5, 11, 16, 18, 8, 14, 19, 21, 9, 15, 20, 22, 2, 12, 23, 25, 3, 13, 24, 26,
         2, 8, 29, 31, 3, 9, 16, 30, 6, 12, 17, 19, 7, 13, 18, 20, 0, 10, 21, 23, 1, 11, 22, 24, 4, 14, 25, 27, 5, 15, 26, 28],
        Steps: 8);

    public static IReadOnlyList<Starter> All { get; } =
    [
        // 15 in threes: 7 rounds, everybody meets everybody.
        new(15, 3, 7, [14, 9, 5, 13, 3, 0, 12, 8, 7, 11, 6, 4, 10, 2, 1]),
        // 18 in threes: 8 rounds, everybody meets all but one.
        new(18, 3, 4,
            [7, 6, 10, 5, 1, 16, 9, 3, 17, 2, 13, 4, 15, 8, 14, 11, 12, 0, 5, 11, 10, 4, 14, 17, 16, 12, 8, 15, 2, 7, 3, 13, 6, 0, 1, 9]),
        // 24, 30 and 36 in threes: 11, 14 and 17 rounds, everybody meets all but one.
        new(24, 3, 11, [23, 11, 3, 22, 18, 2, 21, 13, 4, 20, 8, 7, 19, 17, 12, 16, 9, 6, 15, 14, 0, 10, 5, 1]),
        new(30, 3, 14, [29, 22, 3, 28, 23, 5, 27, 15, 4, 26, 16, 9, 25, 19, 14, 24, 8, 0, 21, 20, 7, 18, 10, 6, 17, 11, 2, 13, 12, 1]),
        new(36, 3, 17, [35, 22, 0, 34, 27, 1, 33, 14, 4, 32, 30, 23, 31, 26, 25, 29, 15, 2, 28, 13, 10, 24, 20, 3, 21, 18, 5, 19, 16, 8, 17, 11, 9, 12, 7, 6]),
        // 33 in threes: 15 rounds, and one more of those who are five or ten apart.
        new(33, 3, 15, [32, 29, 6, 31, 17, 2, 30, 18, 5, 28, 14, 7, 27, 15, 8, 26, 22, 20, 25, 24, 0, 23, 16, 11, 21, 10, 4, 19, 3, 1, 13, 12, 9],
            [.. Enumerable.Range(0, 5).SelectMany(i => new[] { i, i + 5, i + 10, i + 15, i + 20, i + 25 }), 30, 31, 32]),
        // 24 and 36 in fours: 7 and 11 rounds, everybody meets all but two.
        new(24, 4, 7, [23, 14, 7, 3, 22, 18, 13, 6, 21, 16, 8, 2, 20, 19, 17, 4, 15, 12, 11, 9, 10, 5, 1, 0]),
        new(36, 4, 11, [35, 26, 18, 8, 34, 22, 13, 5, 33, 23, 12, 7, 32, 27, 25, 20, 31, 21, 16, 9, 30, 29, 10, 4, 28, 15, 14, 11, 24, 3, 1, 0, 19, 17, 6, 2]),
        ThirtyTwoInFours,
        // 30 in fives: 6 rounds.
        new(30, 5, 6, [29, 23, 13, 6, 3, 28, 26, 8, 7, 1, 27, 22, 20, 5, 4, 25, 24, 21, 16, 12, 19, 18, 17, 11, 9, 15, 14, 10, 2, 0]),
    ];

    /// <summary>Those after which everybody has met everybody, some of them more than once.</summary>
    public static IReadOnlyList<Starter> Coverings { get; } =
    [
        // 30 in threes: 15 rounds; in sixes: 7; in fives: 9.
        new(30, 3, 15,
            [22, 2, 13, 25, 0, 6, 11, 9, 14, 16, 1, 18, 17, 12, 4, 8, 29, 7, 15, 3, 19, 5, 23, 28, 20, 27, 26, 21, 24, 10]),
        new(30, 6, 7,
            [7, 8, 21, 23, 17, 14, 1, 15, 25, 20, 4, 2, 10, 5, 18, 13, 3, 19, 29, 12, 6, 16, 28, 24, 9, 22, 27, 26, 0, 11]),
        new(30, 5, 3,
            [21, 29, 17, 24, 11, 13, 8, 20, 22, 26, 27, 4, 5, 1, 23, 14, 7, 2, 16, 9, 19, 25, 28, 0, 6, 18, 12, 15, 3, 10,
             13, 28, 9, 18, 12, 7, 3, 23, 11, 8, 20, 17, 4, 15, 2, 5, 22, 24, 19, 26, 14, 1, 0, 25, 21, 16, 6, 29, 27, 10,
             27, 8, 18, 1, 19, 13, 14, 17, 3, 25, 16, 21, 22, 10, 20, 4, 24, 7, 28, 15, 0, 26, 9, 5, 11, 6, 12, 23, 29, 2]),
        // 32 in fours: the 10 rounds without a repeat, and one for the pairs left over.
        ThirtyTwoInFours with
        {
            Last = [.. ThirtyTwoInFours.Last!, .. Enumerable.Range(0, 8).SelectMany(i => new[] { i, i + 8, i + 16, i + 24 })],
        },
    ];
}
