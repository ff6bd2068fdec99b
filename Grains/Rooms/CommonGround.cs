using Weave.Matching;

namespace Weave.Rooms;

/// <summary>How well any two people of a room go together: by the interests they share, and by what one looks for and the other offers.</summary>
internal sealed class CommonGround(IEnumerable<Guest> guests)
{
    private const int SharedInterest = 12;
    private const int WantedWord = 16;
    private const int InterestsCounted = 3;
    private const int WordsCounted = 2;

    private readonly Dictionary<int, Person> _people = guests.ToDictionary(guest => guest.Number, guest => new Person(guest));

    /// <summary>0 to 100, by the numbers of two of those given.</summary>
    public int Of(int one, int other)
    {
        var (a, b) = (_people[one], _people[other]);
        return (SharedInterest * Common(a.Interests, b.Interests, InterestsCounted))
            + (WantedWord * (Common(a.LooksFor, b.Offers, WordsCounted) + Common(b.LooksFor, a.Offers, WordsCounted)));
    }

    private static int Common(HashSet<string> some, HashSet<string> others, int most) =>
        some.Count == 0 || others.Count == 0 ? 0 : Math.Min(some.Count(others.Contains), most);

    private sealed class Person(Guest guest)
    {
        public HashSet<string> Interests { get; } = guest.Interests.Select(Words.Fold).ToHashSet(StringComparer.Ordinal);

        public HashSet<string> LooksFor { get; } = Words.Of(guest.LooksFor).Keys.ToHashSet(StringComparer.Ordinal);

        public HashSet<string> Offers { get; } = Words.Of(guest.Offers).Keys.ToHashSet(StringComparer.Ordinal);
    }
}
