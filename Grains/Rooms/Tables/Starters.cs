namespace Weave.Rooms;

/// <summary>
/// Starters found by the search in tests/Benchmarks (command <c>starter</c>), each developed cyclically. Their existence: Kirkman and nearly Kirkman
/// triple systems, resolvable group divisible designs with tables of four (Colbourn and Dinitz, Handbook of Combinatorial Designs, IV.5); the rounds of
/// the social golfer problem for 30 people in fives.
/// </summary>
internal static class Starters
{
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
        // 30 in fives: 6 rounds.
        new(30, 5, 6, [29, 23, 13, 6, 3, 28, 26, 8, 7, 1, 27, 22, 20, 5, 4, 25, 24, 21, 16, 12, 19, 18, 17, 11, 9, 15, 14, 10, 2, 0]),
    ];
}
