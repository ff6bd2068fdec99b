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
        var matches = Pair(people, Met(people, share, seed), seed);

        Assert.Equal(people.Select(p => p.Id).Order(), matches.SelectMany(m => m.Members).Order());
        Assert.Equal(count % 2, matches.Count(m => m.Members.Count == 3));
        Assert.Equal(count / 2, matches.Count);
        Assert.All(matches, m => Assert.Equal(m.Members.Count == 3 ? 3 : 1, m.Reasons.Count));
    }, iter: 300);

    [Fact]
    public void Every_pairing_carries_a_proof_that_holds() => Gen.Select(Gen.Int[2, 40], Gen.Int).Sample((count, seed) =>
    {
        var pairing = Solve(Problem(People(count), [], seed));

        Assert.True(pairing.Certificate is { Sound: true, AllPairs: true });
        Assert.Equal(PairingProof.BestOfAll, pairing.Quality.Proof);
    }, iter: 100, threads: 1);

    [Fact]
    public void Nobody_meets_a_partner_again_while_any_other_pairing_exists() => SmallRounds.Sample((count, met, seed) =>
    {
        var people = People(count);
        bool Repeats(int a, int b) => met[(Math.Min(a, b) * 8) + Math.Max(a, b)];
        var history = Pairs(count).Where(p => Repeats(p.A, p.B)).Select(p => new Acquaintance(people[p.A].Id, people[p.B].Id, 1, Today)).ToList();

        var found = Pair(people, history, seed).Sum(m => m.Reasons.Count(reason => reason.Repeat));

        Assert.Equal(count < 2 ? 0 : FewestRepeats([.. Enumerable.Range(0, count)], Repeats), found);
    }, iter: 2000);

    [Fact]
    public void Large_rounds_need_no_repeat_even_after_many_rounds()
    {
        var people = People(101);
        var history = new List<Acquaintance>();
        for (var round = 0; round < 20; round++)
        {
            var matches = Pair(people, history, round);
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

        var matches = Pair(people, history, seed: 1);

        Assert.Contains(matches, m => m.Members.ToHashSet().SetEquals([people[0].Id, people[2].Id]));
        Assert.All(matches.SelectMany(m => m.Reasons), reason => Assert.True(reason.Repeat));
    }

    [Fact]
    public void Nobody_is_put_with_somebody_they_share_no_language_with() => Gen.Select(Gen.Int[0, 3].Array[1, 40], Gen.Int).Sample((spoken, seed) =>
    {
        string[][] languages = [["en"], ["ru"], ["en", "ru"], []];
        Candidate[] people = [.. People(spoken.Length).Select((p, i) => p with { Profile = p.Profile with { Languages = [.. languages[spoken[i]]] } })];
        var profiles = people.ToDictionary(p => p.Id, p => p.Profile);

        var matches = Pair(people, [], seed);

        Assert.All(matches.SelectMany(m => m.Reasons), reason => Assert.True(
            profiles[reason.A].Languages.Length == 0 || profiles[reason.B].Languages.Length == 0
            || profiles[reason.A].Languages.Intersect(profiles[reason.B].Languages, StringComparer.Ordinal).Any()));
        var free = people.Length - matches.Sum(m => m.Members.Count);
        var groups = spoken.Distinct().Count();
        Assert.True(free <= (groups == 2 && !spoken.Any(s => s >= 2) ? 2 : 1), "Only somebody whose language nobody else speaks stays alone.");
    }, iter: 300);

    [Fact]
    public void One_alone_gets_nobody() => Assert.Empty(Pair(People(1), [], seed: 1));

    [Fact]
    public void The_same_seed_gives_the_same_pairing_whatever_the_order()
    {
        var people = People(30);
        var one = Pair(people, [], seed: 7);
        var other = Pair([.. people.Reverse()], [], seed: 7);

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

        var matches = Pair(people, [], seed: 1);

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

        var matches = Pair(people, [], seed: 1);

        Assert.Contains(matches, m => m.Members.ToHashSet().SetEquals([people[0].Id, people[2].Id]));
    }

    [Fact]
    public void Thousands_are_paired_in_bounded_time_and_all_of_them()
    {
        var people = People(2501);
        var matches = Pair(people, [], seed: 3);
        Assert.Equal(2501, matches.Sum(m => m.Members.Count));
        Assert.Equal(1, matches.Count(m => m.Members.Count == 3));
    }

    [Fact]
    public void Nobody_is_put_with_somebody_either_would_rather_not_meet_as_long_as_anybody_else_is_there() =>
        Gen.Select(Gen.Int[2, 20], Gen.Select(Gen.Int[0, 19], Gen.Int[0, 19], Gen.Bool).Array[0, 30], Gen.Int).Sample((count, stances, seed) =>
        {
            var people = People(count);
            var apart = stances.Where(s => s.Item1 < count && s.Item2 < count && s.Item1 != s.Item2)
                .Select(s => new StanceTowards(people[s.Item1].Id, people[s.Item2].Id, s.Item3 ? Stance.Blocked : Stance.RatherNot, Today)).ToList();

            var pairing = Solve(Problem(people, [], seed) with { Stances = apart });

            Assert.DoesNotContain(pairing.Matches.SelectMany(m => m.Reasons), reason => apart.Exists(s => (s.Member == reason.A && s.Other == reason.B) || (s.Member == reason.B && s.Other == reason.A)));
            Assert.Equal(people.Select(p => p.Id).Order(), pairing.Matches.SelectMany(m => m.Members).Concat(pairing.LeftOut).Order());
        }, iter: 500);

    [Fact]
    public void Who_was_left_out_or_made_the_third_is_not_so_again() => Gen.Select(Gen.Int[1, 15], Gen.Bool, Gen.Int).Sample((half, trios, seed) =>
    {
        var people = People(2 * half + 1);
        var (owed, before) = (new List<(Guid, int, double)>(), new HashSet<Guid>());
        for (var round = 0; round < 3 && half > 1; round++)
        {
            var pairing = Solve(Problem(people, [], seed + round) with
            {
                OddOne = trios ? [OddOne.Trio] : [OddOne.Skip],
                Owed = Fairness.Owed(owed.Select(entry => (entry.Item1, round - entry.Item2, entry.Item3))),
                Rules = new() { Interests = Emphasis.None },
            });
            var unlucky = trios ? pairing.Matches.Single(m => m.Members.Count == 3).Members : pairing.LeftOut;
            if (before.Count + 3 <= people.Length)
                Assert.DoesNotContain(unlucky, before.Contains);
            before.UnionWith(unlucky);
            owed.AddRange(Fairness.Shortfalls(pairing).Select(entry => (entry.Key, round, entry.Value)));
        }
    }, iter: 200);

    [Fact]
    public void Ten_rounds_of_a_hundred_repeat_nobody_and_lose_little_by_it()
    {
        var (people, history) = (People(100), new List<Acquaintance>());
        for (var round = 0; round < 10; round++)
        {
            var pairing = Solve(Problem(people, history, round));
            Assert.Equal(0, pairing.Quality.Repeats);
            Assert.Equal(PairingProof.BestOfAll, pairing.Quality.Proof);
            if (round > 0)
                Assert.InRange(pairing.Quality.Mean, 0.7 * pairing.Quality.MeanOfStrangers, pairing.Quality.MeanOfStrangers + 1e-9);
            history.AddRange(pairing.Matches.SelectMany(m => m.Reasons).Select(r => new Acquaintance(r.A, r.B, 1, Today.AddDays(7 * round))));
        }
    }

    [Fact]
    public void The_promising_partners_are_nearly_as_good_as_everybody()
    {
        var problem = Problem(People(600), [], seed: 5);
        var (all, promising) = (Solve(problem, allPairs: true), Solve(problem, allPairs: false));
        Assert.Equal(PairingProof.BestOfPromising, promising.Quality.Proof);
        Assert.InRange(promising.Quality.Pairs, 1, all.Quality.Pairs / 5);
        Assert.InRange(promising.Quality.Mean, 0.99 * all.Quality.Mean, all.Quality.Mean + 1e-9);
    }

    [Fact]
    public void Looking_at_promising_partners_only_leaves_nobody_alone_whom_all_pairs_would_not() =>
        Gen.Select(Gen.Int[0, 6].Array[13, 60], Gen.Select(Gen.Int[0, 59], Gen.Int[0, 59]).Array[0, 200], Gen.Int).Sample((spoken, apart, seed) =>
        {
            string[][] languages = [["en"], ["ru"], ["de"], ["en", "fr"], ["fr", "it"], ["it"], ["es"]];
            Candidate[] people = [.. People(spoken.Length).Select((p, i) => p with { Profile = p.Profile with { Languages = [.. languages[spoken[i]]] } })];
            var problem = Problem(people, [], seed) with
            {
                OddOne = [OddOne.Skip],
                Stances = [.. apart.Where(s => s.Item1 < s.Item2 && s.Item2 < people.Length).Select(s => new StanceTowards(people[s.Item1].Id, people[s.Item2].Id, Stance.RatherNot, Today))],
            };

            Assert.Equal(Solve(problem, allPairs: true).LeftOut.Count, Solve(problem, allPairs: false).LeftOut.Count);
        }, iter: 500);

    [Theory]
    [InlineData(5)]
    [InlineData(15)]
    public void The_odd_one_is_placed_as_the_community_and_they_themselves_like_it(int count)
    {
        var people = People(count);
        var host = People(1)[0];
        RoundPairing With(params OddOne[] order) => Solve(Problem(people, [], 1) with { OddOne = order, Hosts = [host] });

        Assert.Equal(3, With(OddOne.Trio, OddOne.Host).Matches.Max(m => m.Members.Count));
        Assert.Single(With(OddOne.Skip, OddOne.Trio).LeftOut);
        var hosted = With(OddOne.Host, OddOne.Trio);
        Assert.Empty(hosted.LeftOut);
        Assert.Equal(2, Assert.Single(hosted.Matches, m => m.Members.Contains(host.Id)).Members.Count);

        var wishes = people.ToDictionary(p => p.Id, _ => OddOne.Skip);
        Assert.Single(Solve(Problem(people, [], 1) with { Wishes = wishes }).LeftOut);
        // Nobody is there to host: what the community puts first comes next.
        Assert.Empty(Solve(Problem(people, [], 1) with { Wishes = people.ToDictionary(p => p.Id, _ => OddOne.Host) }).LeftOut);
    }

    [Fact]
    public void Groups_of_three_to_five_are_as_large_as_wished_repeat_nobody_and_keep_apart_who_must_be() =>
        Gen.Select(Gen.Int[2, 60], Gen.Int[3, 5], Gen.Int[0, 3].Array[60], Gen.Int).Sample((count, size, spoken, seed) =>
        {
            string[][] languages = [["en"], ["ru"], ["en", "ru"], []];
            Candidate[] people = [.. People(count).Select((p, i) => p with { Profile = p.Profile with { Languages = [.. languages[spoken[i]]] } })];
            var profiles = people.ToDictionary(p => p.Id, p => LanguageSet.Of(p.Profile.Languages));

            var pairing = Solve(Problem(people, [], seed) with { GroupSize = size });

            Assert.Equal(people.Select(p => p.Id).Order(), pairing.Matches.SelectMany(m => m.Members).Concat(pairing.LeftOut).Order());
            Assert.All(pairing.Matches, m => Assert.InRange(m.Members.Count, 2, size + 1));
            Assert.All(pairing.Matches.SelectMany(m => m.Reasons), reason => Assert.True(profiles[reason.A].Understands(profiles[reason.B])));
            if (spoken.Take(count).All(s => s >= 2))
            {
                Assert.Empty(pairing.LeftOut);
                var history = pairing.Matches.SelectMany(m => m.Reasons).Select(r => new Acquaintance(r.A, r.B, 1, Today)).ToList();
                if (count >= 4 * size * size)
                    Assert.Equal(0, Solve(Problem(people, history, seed) with { GroupSize = size }).Quality.Repeats);
            }
        }, iter: 60);

    [Fact]
    public void The_latest_partner_comes_last_and_one_gladly_met_again_comes_before_others()
    {
        var people = People(4);
        Acquaintance[] all = [.. Pairs(4).Select(p => new Acquaintance(people[p.A].Id, people[p.B].Id, 1, Today.AddDays(-10)))];

        var matches = Solve(Problem(people, all, 1) with { Stances = [new(people[1].Id, people[3].Id, Stance.Again, Today)] }).Matches;

        Assert.Contains(matches, m => m.Members.ToHashSet().SetEquals([people[1].Id, people[3].Id]));
    }

    [Fact]
    public void Declared_targets_lead_to_the_people_who_are_them_and_are_the_reason()
    {
        Candidate[] people =
        [
            Person(new Profile { Name = "a", Targets = ["Директор по персоналу", "Northwind"] }),
            Person(new Profile { Name = "b", Headline = "Директор завода" }),
            Person(new Profile { Name = "c", Headline = "Директор по персоналу, эксперт" }),
            Person(new Profile { Name = "d" }),
        ];

        var match = Assert.Single(Solve(Problem(people, [], 1)).Matches, m => m.Members.Contains(people[0].Id));

        var reason = Assert.Single(match.Reasons);
        Assert.Contains(people[2].Id, match.Members);
        Assert.Equal(["Директор по персоналу"], reason.A == people[0].Id ? reason.BIsWhoAWantsToMeet : reason.AIsWhoBWantsToMeet);
    }

    [Fact]
    public void Colleagues_are_put_together_only_where_the_community_lets_them_or_nobody_else_is_there()
    {
        Candidate[] people = [.. Enumerable.Range(0, 4).Select(i => Person(new Profile { Name = $"{i}", Company = i < 2 ? "ACME" : "Globex", Interests = i < 2 ? ["ai"] : ["hr"] }))];
        static bool Colleagues(PlannedMatch match, Candidate[] people) => match.Members.Select(id => Array.Find(people, p => p.Id == id)!.Profile.Company).Distinct(StringComparer.Ordinal).Count() == 1;

        var problem = Problem(people, [], 1);

        Assert.All(Solve(problem).Matches, match => Assert.True(Colleagues(match, people)));
        Assert.All(Solve(problem with { Rules = new() { AcrossCompanies = true } }).Matches, match => Assert.False(Colleagues(match, people)));
        Assert.Single(Solve(Problem(people[..2], [], 1) with { Rules = new() { AcrossCompanies = true } }).Matches);
    }

    [Fact]
    public void Who_meets_online_is_put_with_somebody_awake_at_the_same_hours()
    {
        string[] zones = ["Europe/Moscow", "America/Los_Angeles", "Europe/Samara", "America/Denver"];
        Candidate[] people = [.. zones.Select(zone => Person(new Profile { Name = zone, TimeZone = zone, Meets = MeetingPreference.Online }))];

        Assert.Contains(Solve(Problem(people, [], 1)).Matches, m => m.Members.ToHashSet().SetEquals([people[0].Id, people[2].Id]));
    }

    [Fact]
    public void What_does_not_count_in_a_community_is_no_reason_either()
    {
        Candidate[] people = [.. Enumerable.Range(0, 2).Select(i => Person(new Profile { Name = $"{i}", Interests = ["ai"], LooksFor = "investor", Offers = "investor", City = "Bern" }))];
        var rules = new MatchingRules { Interests = Emphasis.None, Wishes = Emphasis.None, City = Emphasis.None };

        var reason = Assert.Single(Assert.Single(Solve(Problem(people, [], 1) with { Rules = rules }).Matches).Reasons);

        Assert.False(reason.SaysSomething);
    }

    [Fact]
    public void Who_is_owed_something_gets_the_better_partner()
    {
        // Both would best meet c; only one can.
        Candidate[] people = [.. Enumerable.Range(0, 4).Select(i => Person(new Profile { Name = $"{i}", Interests = i < 2 ? ["x", "v", "w"] : i == 2 ? ["x", "v"] : ["w"] }))];
        foreach (var favoured in new[] { 0, 1 })
        {
            var matches = Solve(Problem(people, [], 1) with
            {
                Owed = new Dictionary<Guid, double> { [people[favoured].Id] = 1 },
                Stances = [new(people[0].Id, people[1].Id, Stance.RatherNot, Today)],
            }).Matches;
            Assert.Contains(matches, m => m.Members.ToHashSet().SetEquals([people[favoured].Id, people[2].Id]));
        }
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

    private static IReadOnlyList<PlannedMatch> Pair(IReadOnlyList<Candidate> people, IReadOnlyList<Acquaintance> history, int seed) => Solve(Problem(people, history, seed)).Matches;

    private static RoundPairing Solve(PairingProblem problem, bool? allPairs = null) =>
        Pairing.Pair(problem, allPairs ?? problem.Participants.Count <= CandidateGraph.MostForAllPairs, TestContext.Current.CancellationToken);

    private static PairingProblem Problem(IReadOnlyList<Candidate> people, IReadOnlyList<Acquaintance> history, int seed) =>
        new() { Participants = people, History = history, Seed = seed, Now = Today };

    private static Candidate Person(Profile profile) => new(Guid.CreateVersion7(), profile);
}
