using Weave.Members;
using Weave.Notifications;

namespace Weave.Matching;

/// <summary>A round of a community whose members have been paired, and what they are told from then on.</summary>
internal sealed class Conversations(TestSilo silo, RoundOf founders, IMatchRoundGrain round)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    public RoundOf Founders => founders;

    public IMatchRoundGrain Round => round;

    public DateTimeOffset Now => silo.Clock.GetUtcNow();

    /// <summary>Everybody of a new community says yes and is paired, and their cards are read.</summary>
    public static async Task<Conversations> Of(TestSilo silo, int people, Func<RoundOf, Task>? prepare = null)
    {
        var founders = await RoundOf.Members(silo, people);
        if (prepare is not null)
            await prepare(founders);
        return await Next(silo, founders);
    }

    /// <summary>The community's next round, up to the cards.</summary>
    public static async Task<Conversations> Next(TestSilo silo, RoundOf founders)
    {
        var round = await founders.Open();
        await founders.Asked(round, founders.People.Count);
        foreach (var person in founders.People)
            await round.Answer(person, RoundAnswer.In);
        await round.PairNow(founders.Organizer);
        await founders.Reaches(round, MatchRoundPhase.Conversation);
        var conversations = new Conversations(silo, founders, round);
        await conversations.News(founders.People.Count * 2);
        return conversations;
    }

    public async Task<MatchId> IdOf(Guid person) => (await round.Get(person)).Match ?? throw new InvalidOperationException("They have no match.");

    public async Task<IMatchGrain> MatchOf(Guid person) => founders.Match(await IdOf(person));

    public async Task<Guid> PartnerOf(Guid person) => (await (await MatchOf(person)).Get(person)).Partners[0].Card.Id;

    public IMemberGrain Member(Guid person) => silo.Grains.GetGrain<IMemberGrain>(person);

    /// <summary>What people are told within the next minute, and at least <paramref name="count"/> messages.</summary>
    public async Task<IReadOnlyList<(Guid To, Notice Notice)>> News(int count = 0)
    {
        var until = Now + Minute;
        await silo.Until(() => ValueTask.FromResult(Now >= until));
        return [.. (await founders.Outbox(count)).Select(message => (message.Member!.Value, message.Notice))];
    }

    /// <summary>Lets days pass, and returns what people are told afterwards.</summary>
    public Task<IReadOnlyList<(Guid To, Notice Notice)>> After(double days, int count = 0)
    {
        silo.Clock.Advance(TimeSpan.FromDays(days));
        return News(count);
    }
}
