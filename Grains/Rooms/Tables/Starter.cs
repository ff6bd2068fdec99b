namespace Weave.Rooms;

/// <summary>
/// Rounds that make others: adding 1, 2, … modulo <paramref name="Modulus"/> to everybody within their own run of so many numbers. Those above the last
/// full run stay. No pair repeats as long as no difference between two runs, or within one, occurs twice in what it starts with.
/// </summary>
/// <param name="Size">How many sit at a table.</param>
/// <param name="Seats">The rounds it starts with, table by table.</param>
/// <param name="Last">Rounds more, which stay as they are.</param>
/// <param name="Steps">How many rounds each of the first makes, itself included, where that is fewer than <paramref name="Modulus"/>: the next one would be the first again.</param>
internal sealed record Starter(int People, int Size, int Modulus, int[] Seats, int[]? Last = null, int? Steps = null)
{
    public IEnumerable<int[][]> Rounds()
    {
        var moving = People / Modulus * Modulus;
        var developed = from round in Seats.Chunk(People)
                        from step in Enumerable.Range(0, Steps ?? Modulus)
                        select round.Select(x => x >= moving ? x : (x / Modulus * Modulus) + ((x + step) % Modulus)).Chunk(Size).ToArray();
        return Last is null ? developed : developed.Concat(Last.Chunk(People).Select(round => round.Chunk(Size).ToArray()));
    }
}
