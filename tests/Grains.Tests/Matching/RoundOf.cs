using Weave.Communities;
using Weave.Members;
using Weave.Notifications;

namespace Weave.Matching;

/// <summary>A community of people with accounts, of which the first is the organizer, and its match rounds.</summary>
internal sealed class RoundOf(TestSilo silo)
{
    private readonly string _slug = NewCommunity.Slug();

    public List<Guid> People { get; } = [];

    public Guid Organizer => People[0];

    public ICommunityGrain Community => silo.Grains.GetGrain<ICommunityGrain>(_slug);

    public IStandingGrain Standing => silo.Grains.GetGrain<IStandingGrain>(_slug);

    public static async Task<RoundOf> Members(TestSilo silo, int count)
    {
        var round = new RoundOf(silo);
        await round.Community.Found(NewCommunity.Named("Founders"), await round.NewPerson());
        for (var i = 1; i < count; i++)
            await round.Joins();
        return round;
    }

    public async Task<Guid> Joins()
    {
        var person = await NewPerson();
        await Community.Join(person);
        return person;
    }

    public async Task<IMatchRoundGrain> Open(TimeSpan? answersFor = null) =>
        Round((await Community.OpenMatchRound(new(silo.Clock.GetUtcNow() + (answersFor ?? TimeSpan.FromDays(1))), Organizer)).Number);

    public IMatchRoundGrain Round(int number) => silo.Grains.GetGrain<IMatchRoundGrain>(new MatchRoundId(_slug, number).ToString());

    public IMatchGrain Match(MatchId id) => silo.Grains.GetGrain<IMatchGrain>(id.ToString());

    public Task Reaches(IMatchRoundGrain round, MatchRoundPhase phase) =>
        silo.Until(async () => (await round.Get(Organizer)).Phase == phase);

    public Task Asked(IMatchRoundGrain round, int count) => silo.Until(async () => (await round.Get(Organizer)).Asked == count);

    /// <summary>The match of each who has one.</summary>
    public async Task<Dictionary<Guid, MatchId>> Matches(IMatchRoundGrain round)
    {
        var matches = new Dictionary<Guid, MatchId>();
        foreach (var person in People)
            if ((await round.Get(person)).Match is { } match)
                matches[person] = match;
        return matches;
    }

    /// <summary>Everybody's partners, as pairs with the smaller id first.</summary>
    public async Task<HashSet<(Guid, Guid)>> Pairs(IMatchRoundGrain round)
    {
        var pairs = new HashSet<(Guid, Guid)>();
        foreach (var (person, match) in await Matches(round))
            foreach (var partner in (await Match(match).Get(person)).Partners)
                pairs.Add(person.CompareTo(partner.Card.Id) < 0 ? (person, partner.Card.Id) : (partner.Card.Id, person));
        return pairs;
    }

    /// <summary>What is in the outbox, once there are this many messages and nothing more comes for a while.</summary>
    public async Task<IReadOnlyList<OutboxMessage>> Outbox(int count)
    {
        var outbox = silo.Grains.GetGrain<IOutboxGrain>(OutboxChannel.Telegram);
        var all = new List<OutboxMessage>();
        var quiet = 0;
        await silo.Until(async () =>
        {
            var taken = await outbox.Take(100, TimeSpan.Zero);
            await outbox.Report([.. taken.Select(message => new Delivery(message.Number, DeliveryResult.Sent))]);
            all.AddRange(taken);
            quiet = taken.Count == 0 ? quiet + 1 : 0;
            return all.Count >= count && quiet > 3;
        });
        return all;
    }

    private async Task<Guid> NewPerson()
    {
        var id = Guid.CreateVersion7();
        People.Add(id);
        await silo.Grains.GetGrain<IMemberGrain>(id).Create(new NewMember
        {
            Name = $"Person {People.Count}",
            Telegram = new TelegramLink(Random.Shared.NextInt64(1, long.MaxValue), $"person{People.Count}"),
        });
        return id;
    }
}
