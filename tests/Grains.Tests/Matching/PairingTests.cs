using System.Globalization;
using CsCheck;
using Weave.Members;
using Xunit;

namespace Weave.Matching;

public sealed class PairingTests
{
    private static readonly DateTimeOffset Today = new(2027, 3, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly Gen<(int Count, bool[] Met, int Seed)> SmallRounds = Gen.Select(
        Gen.Int[0, 8], Gen.Bool.Array[64], Gen.Int);

    [Fact]
    public void Everybody_is_in_exactly_one_match_of_two_and_an_odd_one_makes_a_trio() => Gen.Select(Gen.Int[2, 60], Gen.Int, Gen.Double[0, 1]).Sample((count, seed, share) =>
    {
        var people = People(count);
        var matches = Pairing.Pair(people, Met(people, share, seed), seed);

        Assert.Equal(people.Select(p => p.Id).Order(), matches.SelectMany(m => m.Members).Order());
        Assert.Equal(count % 2, matches.Count(m => m.Members.Count == 3));
        Assert.Equal(count / 2, matches.Count);
        Assert.All(matches, m => Assert.Equal(m.Members.Count == 3 ? 3 : 1, m.Reasons.Count));
    }, iter: 300);

    [Fact]
    public void Nobody_meets_a_partner_again_while_any_other_pairing_exists() => SmallRounds.Sample((count, met, seed) =>
    {
        var people = People(count);
        bool Repeats(int a, int b) => met[(Math.Min(a, b) * 8) + Math.Max(a, b)];
        var history = Pairs(count).Where(p => Repeats(p.A, p.B)).Select(p => new Acquaintance(people[p.A].Id, people[p.B].Id, 1, Today)).ToList();

        var found = Pairing.Pair(people, history, seed).Sum(m => m.Reasons.Count(reason => reason.Repeat));

        Assert.Equal(count < 2 ? 0 : FewestRepeats([.. Enumerable.Range(0, count)], Repeats), found);
    }, iter: 2000);

    [Fact]
    public void Large_rounds_need_no_repeat_even_after_many_rounds()
    {
        var people = People(101);
        var history = new List<Acquaintance>();
        for (var round = 0; round < 20; round++)
        {
            var matches = Pairing.Pair(people, history, round);
            Assert.DoesNotContain(matches.SelectMany(m => m.Reasons), reason => reason.Repeat);
            history.AddRange(matches.SelectMany(m => m.Reasons).Select(r => new Acquaintance(r.A, r.B, 1, Today.AddDays(7 * round))));
        }
    }

    [Fact]
    public void When_all_have_met_the_oldest_meetings_are_repeated()
    {
        var people = People(4);
        var history = Pairs(4).Select(p => new Acquaintance(people[p.A].Id, people[p.B].Id, 1,
            (p.A, p.B) is (0, 2) or (1, 3) ? Today.AddYears(-1) : Today)).ToList();

        var matches = Pairing.Pair(people, history, seed: 1);

        Assert.Contains(matches, m => m.Members.ToHashSet().SetEquals([people[0].Id, people[2].Id]));
        Assert.All(matches.SelectMany(m => m.Reasons), reason => Assert.True(reason.Repeat));
    }

    [Fact]
    public void Nobody_is_put_with_somebody_they_share_no_language_with() => Gen.Select(Gen.Int[0, 3].Array[1, 40], Gen.Int).Sample((spoken, seed) =>
    {
        string[][] languages = [["en"], ["ru"], ["en", "ru"], []];
        Candidate[] people = [.. People(spoken.Length).Select((p, i) => p with { Profile = p.Profile with { Languages = [.. languages[spoken[i]]] } })];
        var profiles = people.ToDictionary(p => p.Id, p => p.Profile);

        var matches = Pairing.Pair(people, [], seed);

        Assert.All(matches.SelectMany(m => m.Reasons), reason => Assert.True(
            profiles[reason.A].Languages.Length == 0 || profiles[reason.B].Languages.Length == 0
            || profiles[reason.A].Languages.Intersect(profiles[reason.B].Languages, StringComparer.Ordinal).Any()));
        var free = people.Length - matches.Sum(m => m.Members.Count);
        var groups = spoken.Distinct().Count();
        Assert.True(free <= (groups == 2 && !spoken.Any(s => s >= 2) ? 2 : 1), "Only somebody whose language nobody else speaks stays alone.");
    }, iter: 300);

    [Fact]
    public void One_alone_gets_nobody() => Assert.Empty(Pairing.Pair(People(1), [], seed: 1));

    [Fact]
    public void The_same_seed_gives_the_same_pairing_whatever_the_order()
    {
        var people = People(30);
        var one = Pairing.Pair(people, [], seed: 7);
        var other = Pairing.Pair([.. people.Reverse()], [], seed: 7);

        Assert.Equal(one.Select(m => string.Join(' ', m.Members)), other.Select(m => string.Join(' ', m.Members)), StringComparer.Ordinal);
    }

    [Fact]
    public void Who_looks_for_what_another_offers_is_put_with_them_and_told_why()
    {
        Candidate[] people =
        [
            Person(new Profile { Name = "a", LooksFor = "Ищу ментора по продуктам", Interests = ["FinTech", "Chess"] }),
            Person(new Profile { Name = "b", Offers = "Менторство? Лучше: ментор, продукт", Interests = ["chess"] }),
            Person(new Profile { Name = "c", Interests = ["fintech"], City = "Королёв" }),
            Person(new Profile { Name = "d", Interests = ["fintech"], City = "королев", Meets = MeetingPreference.InPerson }),
        ];

        var matches = Pairing.Pair(people, [], seed: 1);

        var first = Assert.Single(matches, m => m.Members.Contains(people[0].Id)).Reasons.Single();
        var (looks, offers) = first.A == people[0].Id ? (first.BOffersWhatALooksFor, first.AOffersWhatBLooksFor) : (first.AOffersWhatBLooksFor, first.BOffersWhatALooksFor);
        Assert.Equal(["ментора", "продуктам"], looks);
        Assert.Empty(offers);
        Assert.Equal("chess", Assert.Single(first.SharedInterests), ignoreCase: true);
        Assert.Null(first.City);
        Assert.False(first.Repeat);
        var second = Assert.Single(matches, m => m.Members.Contains(people[2].Id)).Reasons.Single();
        Assert.Equal("Королёв", second.City!.Replace("королев", "Королёв", StringComparison.Ordinal));
    }

    [Fact]
    public void Who_meets_online_only_is_not_put_with_who_meets_in_person_only()
    {
        Candidate[] people = [.. new[] { MeetingPreference.Online, MeetingPreference.InPerson, MeetingPreference.Online, MeetingPreference.InPerson }
            .Select((meets, i) => Person(new Profile { Name = $"{i}", Meets = meets, Interests = i is 0 or 1 ? ["ai", "hr"] : [] }))];

        var matches = Pairing.Pair(people, [], seed: 1);

        Assert.Contains(matches, m => m.Members.ToHashSet().SetEquals([people[0].Id, people[2].Id]));
    }

    [Fact]
    public void Thousands_are_paired_in_bounded_time_and_all_of_them()
    {
        var people = People(2501);
        var matches = Pairing.Pair(people, [], seed: 3);
        Assert.Equal(2501, matches.Sum(m => m.Members.Count));
        Assert.Equal(1, matches.Count(m => m.Members.Count == 3));
    }

    private static int FewestRepeats(int[] free, Func<int, int, bool> repeats)
    {
        if (free.Length < 2)
            return free.Length == 0 ? 0 : 1000;
        var (first, rest) = (free[0], free[1..]);
        int Cost(int a, int b) => repeats(a, b) ? 1 : 0;
        var best = rest.Min(b => Cost(first, b) + FewestRepeats([.. rest.Where(x => x != b)], repeats));
        if (free.Length % 2 == 0)
            return best;
        var trios = rest.SelectMany(b => rest.Where(c => b < c).Select(c =>
            Cost(first, b) + Cost(first, c) + Cost(b, c) + FewestRepeats([.. rest.Where(x => x != b && x != c)], repeats)));
        return Math.Min(best, trios.DefaultIfEmpty(1000).Min());
    }

    private static IEnumerable<(int A, int B)> Pairs(int count) =>
        Enumerable.Range(0, count).SelectMany(a => Enumerable.Range(a + 1, count - a - 1).Select(b => (a, b)));

    private static List<Acquaintance> Met(Candidate[] people, double share, int seed)
    {
        var random = new Random(seed);
        return [.. Pairs(people.Length).Where(_ => random.NextDouble() < share).Select(p => new Acquaintance(people[p.A].Id, people[p.B].Id, 1, Today.AddDays(-random.Next(100))))];
    }

    private static Candidate[] People(int count) =>
        [.. Enumerable.Range(0, count).Select(i => Person(new Profile { Name = i.ToString(CultureInfo.InvariantCulture), Interests = [$"i{i % 7}", $"j{i % 5}"] }))];

    private static Candidate Person(Profile profile) => new(Guid.CreateVersion7(), profile);
}
