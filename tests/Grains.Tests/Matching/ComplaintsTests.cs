using Weave.Communities;
using Weave.Members;
using Weave.Notifications;
using Xunit;

namespace Weave.Matching;

/// <summary>What people complain about with products of this kind, each as it must not happen here. Each test has a silo to itself: clocks move.</summary>
public sealed class ComplaintsTests : IAsyncLifetime
{
    private readonly TestSilo _silo = new();

    public ValueTask InitializeAsync() => _silo.InitializeAsync();

    public ValueTask DisposeAsync() => _silo.DisposeAsync();

    [Fact]
    public async Task Paused_people_are_never_matched()
    {
        var founders = await RoundOf.Members(_silo, 5);
        var (before, during) = (founders.People[1], founders.People[2]);
        foreach (var person in founders.People)
            await founders.Standing.Choose(person, StandingChoice.In);
        await founders.Standing.Pause(before, _silo.Clock.GetUtcNow().AddDays(7));
        var round = await founders.Open();
        await founders.Asked(round, 4);
        // One pauses after saying yes, one says yes while paused.
        await round.Answer(during, RoundAnswer.In);
        await founders.Standing.Pause(during, _silo.Clock.GetUtcNow().AddDays(7));
        await Expect.Refused(Refusal.Paused, () => round.Answer(before, RoundAnswer.In));

        await round.PairNow(founders.Organizer);
        await founders.Reaches(round, MatchRoundPhase.Conversation);

        Assert.Equal(founders.People.Except([before, during]).Order(), (await founders.Matches(round)).Keys.Order());
        Assert.DoesNotContain(await founders.Outbox(7), message => message.Member == before);
    }

    [Fact]
    public async Task Nobody_is_in_without_having_said_so()
    {
        var founders = await RoundOf.Members(_silo, 4);
        var round = await founders.Open();
        await founders.Asked(round, 4);

        await round.PairNow(founders.Organizer);
        await founders.Reaches(round, MatchRoundPhase.Conversation);

        Assert.Empty(await founders.Matches(round));
    }

    [Fact]
    public async Task A_standing_yes_is_told_in_time_to_skip()
    {
        var founders = await RoundOf.Members(_silo, 3);
        foreach (var person in founders.People)
            await founders.Standing.Choose(person, StandingChoice.In);
        var round = await founders.Open();
        await founders.Asked(round, 3);

        var told = (await founders.Outbox(3)).Select(message => message.Notice).OfType<RoundInvitation>().ToList();
        Assert.Equal(3, told.Count);
        Assert.All(told, invitation => Assert.True(invitation.Standing && invitation.Deadline > _silo.Clock.GetUtcNow()));
        var seen = await round.Get(founders.People[2]);
        Assert.Equal((RoundAnswer.In, true), (seen.Answer, seen.Standing));

        await round.Answer(founders.People[2], RoundAnswer.Out);
        await round.PairNow(founders.Organizer);
        await founders.Reaches(round, MatchRoundPhase.Conversation);
        Assert.Equal(founders.People.Take(2).Order(), (await founders.Matches(round)).Keys.Order());
    }

    [Fact]
    public async Task Who_leaves_after_saying_yes_is_nobodys_partner()
    {
        var founders = await RoundOf.Members(_silo, 3);
        var round = await founders.Open();
        foreach (var person in founders.People)
            await round.Answer(person, RoundAnswer.In);
        await founders.Community.Leave(founders.People[2]);

        await round.PairNow(founders.Organizer);
        await founders.Reaches(round, MatchRoundPhase.Conversation);

        Assert.Equal([(Smaller(founders), Larger(founders))], await founders.Pairs(round));
    }

    [Fact]
    public async Task Who_left_and_comes_back_is_asked_anew()
    {
        var founders = await RoundOf.Members(_silo, 2);
        var person = founders.People[1];
        await founders.Standing.Choose(person, StandingChoice.In);
        await founders.Community.Leave(person);
        await founders.Community.Join(person);

        var round = await founders.Open();
        await founders.Asked(round, 2);

        Assert.Equal(RoundAnswer.None, (await round.Get(person)).Answer);
    }

    [Fact]
    public async Task The_odd_one_is_dropped_in_silence__an_organizer_meets_them_or_they_are_told_and_come_first_next_time()
    {
        var founders = await RoundOf.Members(_silo, 4);
        await Rule(founders, settings => settings with { OddOne = [OddOne.Host, OddOne.Skip] });
        Guid[] three = [.. founders.People.Skip(1)];

        var first = await Paired(founders, three);
        var alone = Assert.Single(three.Except((await founders.Matches(first)).Keys));
        Assert.Contains(await founders.Outbox(3), message => message.Notice is NoMatchThisTime && message.Member == alone);

        await founders.Standing.Host(founders.Organizer, hosts: true);
        var second = await Paired(founders, three);
        var matches = await founders.Matches(second);
        Assert.Equal(founders.People.Order(), matches.Keys.Order());
        var hosted = Assert.Single(three, person => matches[person] == matches[founders.Organizer]);
        Assert.NotEqual(alone, hosted);
    }

    [Fact]
    public async Task Only_pairs__a_community_can_have_groups_of_four()
    {
        var founders = await RoundOf.Members(_silo, 8);
        await Rule(founders, settings => settings with { GroupSize = 4 });

        var round = await Paired(founders, founders.People);

        Assert.Equal([4, 4], (await founders.Matches(round)).GroupBy(entry => entry.Value).Select(match => match.Count()));
        var partners = (await founders.Match((await founders.Matches(round))[founders.Organizer]).Get(founders.Organizer)).Partners;
        Assert.Equal(3, partners.Count);
    }

    [Fact]
    public async Task Matched_with_ones_own_team__another_company_comes_first_where_the_community_wants_that()
    {
        var founders = await RoundOf.Members(_silo, 6);
        foreach (var (i, person) in founders.People.Index())
            await _silo.Grains.GetGrain<IMemberGrain>(person).Change(new() { Company = i < 3 ? "Acme" : "Globex", Interests = [i < 3 ? "ai" : "hr"] });
        await Rule(founders, settings => settings with { Matching = new() { AcrossCompanies = true } });

        var round = await Paired(founders, founders.People);

        Assert.All(await founders.Pairs(round), pair => Assert.NotEqual(founders.People.IndexOf(pair.Item1) < 3, founders.People.IndexOf(pair.Item2) < 3));
    }

    [Fact]
    public async Task Hard_exclusions_leave_people_without_a_partner__when_all_have_met_the_oldest_comes_again()
    {
        var founders = await RoundOf.Members(_silo, 4);
        var rounds = new List<HashSet<(Guid, Guid)>>();
        for (var number = 1; number <= 4; number++)
        {
            rounds.Add(await founders.Pairs(await Paired(founders, founders.People)));
            _silo.Clock.Advance(TimeSpan.FromDays(7));
        }

        Assert.Equal(6, rounds.Take(3).SelectMany(pairs => pairs).Distinct().Count());
        Assert.Equal(rounds[0], rounds[3]);
    }

    [Fact]
    public async Task Time_zones_are_wrong__partners_are_awake_at_the_same_hours()
    {
        var founders = await RoundOf.Members(_silo, 4);
        string[] zones = ["Europe/Moscow", "America/Los_Angeles", "Europe/Samara", "America/Denver"];
        foreach (var (i, person) in founders.People.Index())
            await _silo.Grains.GetGrain<IMemberGrain>(person).Change(new() { TimeZone = zones[i], Meets = MeetingPreference.Online });

        var pairs = await founders.Pairs(await Paired(founders, founders.People));

        Assert.All(pairs, pair => Assert.Equal(founders.People.IndexOf(pair.Item1) % 2, founders.People.IndexOf(pair.Item2) % 2));
    }

    private static async Task Rule(RoundOf founders, Func<CommunitySettings, CommunitySettings> rule) =>
        await founders.Community.Change(rule((await founders.Community.Get(null)).Settings), founders.Organizer);

    private static async Task<IMatchRoundGrain> Paired(RoundOf founders, IEnumerable<Guid> people)
    {
        var round = await founders.Open();
        foreach (var person in people)
            await round.Answer(person, RoundAnswer.In);
        await round.PairNow(founders.Organizer);
        await founders.Reaches(round, MatchRoundPhase.Conversation);
        return round;
    }

    private static Guid Smaller(RoundOf founders) => founders.People.Take(2).Min();

    private static Guid Larger(RoundOf founders) => founders.People.Take(2).Max();
}
