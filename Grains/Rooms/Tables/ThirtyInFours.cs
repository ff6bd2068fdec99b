using System.Globalization;

namespace Weave.Rooms;

/// <summary>
/// Eleven rounds in which 30 people meet everybody at tables of four and three. Found by taking two people out of the eleven rounds of 32
/// (<see cref="Starters.Coverings"/>), sharing out the table of two that is left where the two sat together, and exchanging people within rounds (simulated annealing) until
/// nobody was a stranger. 30 and 31 are the empty places.
/// </summary>
internal static class ThirtyInFours
{
    private const string Tables =
        """
        0 6 25 26 | 1 12 27 31 | 2 3 23 24 | 4 11 20 30 | 5 13 15 29 | 7 10 19 28 | 8 9 16 21 | 14 17 18 22
        0 16 24 28 | 1 2 4 14 | 3 7 25 30 | 5 11 19 26 | 6 10 21 29 | 8 15 22 27 | 9 17 23 31 | 12 13 18 20
        0 4 18 21 | 1 11 16 22 | 2 3 15 30 | 5 6 24 27 | 7 13 14 23 | 8 12 19 29 | 9 10 20 25 | 17 26 28 31
        0 11 14 31 | 1 7 17 29 | 2 10 26 27 | 3 5 12 16 | 4 8 13 25 | 6 9 18 19 | 15 20 23 28 | 21 22 24 30
        0 2 8 20 | 1 19 23 25 | 3 11 13 27 | 4 6 12 17 | 5 10 22 31 | 7 9 15 24 | 14 21 26 28 | 16 18 29 30
        0 10 12 15 | 1 3 18 28 | 2 13 19 21 | 4 24 29 31 | 5 9 14 30 | 6 8 11 23 | 7 20 22 26 | 16 17 25 27
        0 19 27 31 | 1 5 20 21 | 2 11 15 17 | 3 9 26 29 | 4 10 16 23 | 6 13 22 28 | 7 8 18 30 | 12 14 24 25
        0 1 9 13 | 2 6 7 16 | 3 4 19 22 | 5 8 17 28 | 10 11 18 24 | 12 23 26 30 | 14 20 27 29 | 15 21 25 31
        0 22 23 29 | 1 8 24 26 | 2 5 18 25 | 3 6 20 31 | 4 9 27 28 | 7 11 12 21 | 10 13 17 30 | 14 15 16 19
        0 4 5 7 | 1 6 15 31 | 2 9 12 22 | 3 8 10 14 | 11 25 28 29 | 13 16 26 30 | 17 19 20 24 | 18 21 23 27
        0 3 17 21 | 1 10 16 20 | 2 12 28 29 | 4 15 18 26 | 5 6 14 23 | 7 19 27 30 | 8 9 11 31 | 13 22 24 25
        """;

    public static int[][][] Rounds { get; } =
        [.. Tables.Split('\n').Select(round => round.Split('|').Select(table => table.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(number => int.Parse(number, CultureInfo.InvariantCulture)).ToArray()).ToArray())];
}
