using Weave.Communities;
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

    private static Guid Smaller(RoundOf founders) => founders.People.Take(2).Min();

    private static Guid Larger(RoundOf founders) => founders.People.Take(2).Max();
}
