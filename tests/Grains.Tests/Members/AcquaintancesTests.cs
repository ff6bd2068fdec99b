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
    public async Task More_people_can_be_asked_about_than_a_statement_has_parameters()
    {
        Guid[] two = [Guid.NewGuid(), Guid.NewGuid()];
        var (a, b) = (two.Min(), two.Max());
        await Ledger.Record([b, a], "match:x/1/1", Start);
        var many = Enumerable.Range(0, 40_000).Select(_ => Guid.NewGuid()).Append(a).Append(b).ToList();
        Assert.Equal(new Acquaintance(a, b, 1, Start), Assert.Single(await Ledger.Among(many)));
    }
}
