using CsCheck;
using Xunit;

namespace Weave.Members;

public sealed class AcquaintancesTests(TestSilo silo)
{
    private static readonly DateTimeOffset Start = new(2027, 3, 1, 9, 0, 0, TimeSpan.Zero);

    private IAcquaintancesGrain Ledger => silo.Grains.GetGrain<IAcquaintancesGrain>(0);

    [Fact]
    public async Task The_ledger_counts_each_occasion_once_and_knows_the_latest() =>
        await Gen.Select(Gen.Int[0, 6].Array[2, 5], Gen.Int[0, 5], Gen.Int[0, 100]).Array[1, 12].SampleAsync(async occasions =>
        {
            var people = Enumerable.Range(0, 7).Select(_ => Guid.CreateVersion7()).ToArray();
            var prefix = Guid.NewGuid().ToString("N");
            var expected = new Dictionary<(Guid, Guid), Dictionary<int, DateTimeOffset>>();
            foreach (var (who, source, minute) in occasions)
            {
                var when = Start.AddMinutes(minute);
                await Ledger.Record([.. who.Select(i => people[i])], $"{prefix}:{source}", when);
                foreach (var a in who)
                {
                    foreach (var b in who.Where(b => people[a].CompareTo(people[b]) < 0))
                    {
                        if (!expected.TryGetValue((people[a], people[b]), out var met))
                            expected[(people[a], people[b])] = met = [];
                        met.TryAdd(source, when);
                    }
                }
            }

            var among = await Ledger.Among(people);

            Assert.Equal(
                expected.Select(pair => new Acquaintance(pair.Key.Item1, pair.Key.Item2, pair.Value.Count, pair.Value.Values.Max())).OrderBy(m => (m.A, m.B)),
                among.OrderBy(m => (m.A, m.B)));
            foreach (var person in people)
            {
                var of = await Ledger.Of(person, 100);
                Assert.Equal(
                    among.Where(m => m.A == person || m.B == person).Select(m => (m.A == person ? m.B : m.A, m.Times, m.Last)).Order(),
                    of.Select(m => (m.B, m.Times, m.Last)).Order());
                Assert.Equal(of.Select(m => m.Last).OrderDescending(), of.Select(m => m.Last));
            }
        }, iter: 25, threads: 1);

    [Fact]
    public async Task Each_table_of_a_round_is_an_occasion_and_a_repeated_round_none()
    {
        Guid[] people = [.. Enumerable.Range(0, 5).Select(_ => Guid.NewGuid()).Order()];
        var round = $"room:{Guid.NewGuid():N}:1";

        for (var times = 0; times < 2; times++)
            await Ledger.RecordRound([[people[1], people[0]], [people[2]], [people[4], people[3], people[0]]], round, Start);
        await Ledger.Record([people[3], people[4]], $"{round}:3", Start);

        (int, int)[] pairs = [(0, 1), (0, 3), (0, 4), (3, 4)];
        Assert.Equal(pairs.Select(pair => new Acquaintance(people[pair.Item1], people[pair.Item2], 1, Start)), (await Ledger.Among(people)).OrderBy(met => (met.A, met.B)));
    }

    [Fact]
    public async Task More_people_can_be_asked_about_than_a_statement_has_parameters()
    {
        Guid[] two = [Guid.NewGuid(), Guid.NewGuid()];
        var (a, b) = (two.Min(), two.Max());
        await Ledger.Record([b, a], "match:x/1/1", Start);
        var many = Enumerable.Range(0, 40_000).Select(_ => Guid.NewGuid()).Append(a).Append(b).ToList();
        Assert.Equal(new Acquaintance(a, b, 1, Start), Assert.Single(await Ledger.Among(many)));
    }
}
