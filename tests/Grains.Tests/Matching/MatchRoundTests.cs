using System.Data.Common;
using Microsoft.Extensions.DependencyInjection;
using Weave.Members;
using Weave.Notifications;
using Xunit;

namespace Weave.Matching;

/// <summary>Each test has a silo to itself: clocks move and the outbox is read.</summary>
public sealed class MatchRoundTests : IAsyncLifetime
{
    private readonly TestSilo _silo = new();

    public ValueTask InitializeAsync() => _silo.InitializeAsync();

    public ValueTask DisposeAsync() => _silo.DisposeAsync();

    [Fact]
    public async Task Everybody_who_says_yes_gets_partners_and_in_the_next_round_others()
    {
        var founders = await RoundOf.Members(_silo, 7);
        var first = await founders.Open();
        await founders.Asked(first, 7);
        foreach (var person in founders.People.Skip(1))
            await first.Answer(person, RoundAnswer.In);
        await first.Answer(founders.Organizer, RoundAnswer.Out);

        await first.PairNow(founders.Organizer);
        await founders.Reaches(first, MatchRoundPhase.Conversation);

        var once = await founders.Pairs(first);
        Assert.Equal(3, once.Count);
        Assert.Equal(founders.People.Skip(1).Order(), (await founders.Matches(first)).Keys.Order());

        var second = await founders.Open();
        foreach (var person in founders.People)
            await second.Answer(person, RoundAnswer.In);
        await second.PairNow(founders.Organizer);
        await founders.Reaches(second, MatchRoundPhase.Conversation);

        var twice = await founders.Pairs(second);
        // Two pairs and a trio.
        Assert.Equal(5, twice.Count);
        Assert.Equal(7, (await founders.Matches(second)).Count);
        Assert.Empty(once.Intersect(twice));
        Assert.Equal(MatchRoundPhase.Closed, (await first.Get(founders.Organizer)).Phase);
    }

    [Fact]
    public async Task Each_is_asked_once_and_told_once_even_when_the_server_restarts_in_between()
    {
        var founders = await RoundOf.Members(_silo, 7);
        var round = await founders.Open();
        await _silo.Restart();
        round = founders.Round(1);
        await founders.Asked(round, 7);
        foreach (var person in founders.People.Take(5))
            await round.Answer(person, RoundAnswer.In);

        await round.PairNow(founders.Organizer);
        await _silo.Restart();
        round = founders.Round(1);
        await founders.Reaches(round, MatchRoundPhase.Conversation);

        var notices = await founders.Outbox(12);
        Assert.Equal(founders.People.Order(), notices.Where(m => m.Notice is RoundInvitation).Select(m => m.Member!.Value).Order());
        Assert.Equal(founders.People.Take(5).Order(), notices.Where(m => m.Notice is MatchMade).Select(m => m.Member!.Value).Order());
        Assert.Equal(12, notices.Count);
    }

    [Fact]
    public async Task Organizers_and_nobody_else_are_told_how_good_the_pairing_is_and_its_proof_is_kept()
    {
        var founders = await RoundOf.Members(_silo, 15);
        var round = await founders.Open();
        foreach (var person in founders.People)
            await round.Answer(person, RoundAnswer.In);
        await round.PairNow(founders.Organizer);
        await founders.Reaches(round, MatchRoundPhase.Conversation);

        var quality = (await round.Get(founders.Organizer)).Quality!;
        Assert.Equal((PairingProof.BestOfAll, 105, 7, 1, 0, 0), (quality.Proof, quality.Pairs, quality.Matches, quality.Trios, quality.LeftOut, quality.Repeats));
        Assert.Null((await round.Get(founders.People[1])).Quality);
        var certificate = await new RoundTable(_silo.Services.GetRequiredService<DbDataSource>(), round.GetPrimaryKeyString()).Certificate();
        Assert.True(certificate is { Sound: true, AllPairs: true, Pairs: 105 });
        Assert.Equal(15, certificate.Duals.Vertices.Count);

        await _silo.Restart();
        Assert.Equal(quality, (await founders.Round(1).Get(founders.Organizer)).Quality);
    }

    [Fact]
    public async Task Who_made_the_third_in_one_round_is_one_of_two_in_the_next()
    {
        var founders = await RoundOf.Members(_silo, 9);
        var thirds = new List<Guid>();
        for (var number = 1; number <= 2; number++)
        {
            var round = await founders.Open();
            foreach (var person in founders.People)
                await round.Answer(person, RoundAnswer.In);
            await round.PairNow(founders.Organizer);
            await founders.Reaches(round, MatchRoundPhase.Conversation);
            thirds.AddRange((await founders.Matches(round)).GroupBy(entry => entry.Value).Single(match => match.Count() == 3).Select(entry => entry.Key));
        }
        Assert.Equal(6, thirds.Distinct().Count());
    }

    [Fact]
    public async Task Who_is_blocked_or_rather_not_met_is_never_the_partner()
    {
        var founders = await RoundOf.Members(_silo, 3);
        var stances = _silo.Grains.GetGrain<IStancesGrain>(0);
        await stances.Put(founders.People[1], founders.People[0], Stance.Blocked);
        await stances.Put(founders.People[2], founders.People[0], Stance.RatherNot);
        var round = await founders.Open();
        foreach (var person in founders.People)
            await round.Answer(person, RoundAnswer.In);
        await round.PairNow(founders.Organizer);
        await founders.Reaches(round, MatchRoundPhase.Conversation);

        Assert.Equal([founders.People[1], founders.People[2]], (await founders.Matches(round)).Keys.Order());
        Assert.Equal(1, (await round.Get(founders.Organizer)).Quality!.LeftOut);
    }

    [Fact]
    public async Task What_is_done_again_after_a_fault_tells_nobody_twice()
    {
        var founders = await RoundOf.Members(_silo, 4);
        var round = await founders.Open();
        await founders.Asked(round, 4);
        foreach (var person in founders.People.Take(3))
            await round.Answer(person, RoundAnswer.In);
        await round.PairNow(founders.Organizer);
        await founders.Reaches(round, MatchRoundPhase.Conversation);
        var pairs = await founders.Pairs(round);

        // The agenda calls at least once.
        var due = _silo.Grains.GetGrain<Agenda.IDueGrain>(round.GetGrainId());
        foreach (var what in new[] { "ask", "pair", "tell" })
            await due.OnDue(what);
        await round.PairNow(founders.Organizer);

        Assert.Equal(pairs, await founders.Pairs(round));
        Assert.Equal(7, (await founders.Outbox(7)).Count);
    }

    [Fact]
    public async Task At_the_deadline_answers_end_and_pairs_are_made_by_themselves()
    {
        var founders = await RoundOf.Members(_silo, 4);
        var round = await founders.Open(TimeSpan.FromMinutes(10));
        foreach (var person in founders.People.Take(2))
            await round.Answer(person, RoundAnswer.In);
        _silo.Clock.Advance(TimeSpan.FromMinutes(10));

        await Expect.Refused(Refusal.RoundClosed, () => round.Answer(founders.People[2], RoundAnswer.In));
        await founders.Reaches(round, MatchRoundPhase.Conversation);

        Assert.Equal(founders.People.Take(2).Order(), (await founders.Matches(round)).Keys.Order());
    }

    [Fact]
    public async Task The_last_answer_counts()
    {
        var founders = await RoundOf.Members(_silo, 3);
        var round = await founders.Open();
        foreach (var person in founders.People)
            await round.Answer(person, RoundAnswer.In);
        await round.Answer(founders.People[2], RoundAnswer.Out);

        await round.PairNow(founders.Organizer);
        await founders.Reaches(round, MatchRoundPhase.Conversation);

        Assert.Equal(founders.People.Take(2).Order(), (await founders.Matches(round)).Keys.Order());
        await Expect.Refused(Refusal.RoundClosed, () => round.Answer(founders.People[2], RoundAnswer.In));
    }

    [Fact]
    public async Task Who_has_left_the_community_is_not_paired_and_who_remains_alone_is_told()
    {
        var founders = await RoundOf.Members(_silo, 2);
        var round = await founders.Open();
        foreach (var person in founders.People)
            await round.Answer(person, RoundAnswer.In);
        await founders.Community.Leave(founders.People[1]);

        await round.PairNow(founders.Organizer);
        await founders.Reaches(round, MatchRoundPhase.Conversation);

        Assert.Empty(await founders.Matches(round));
        Assert.Equal(founders.Organizer, Assert.Single(await founders.Outbox(1), m => m.Notice is NoMatchThisTime).Member);
    }

    [Fact]
    public async Task Who_joins_while_members_are_asked_is_asked_too()
    {
        var founders = await RoundOf.Members(_silo, 2);
        var round = await founders.Open();
        await founders.Asked(round, 2);

        await founders.Joins();
        await founders.Asked(round, 3);

        Assert.Equal(3, (await founders.Outbox(3)).Count(m => m.Notice is RoundInvitation));
    }

    [Fact]
    public async Task More_members_than_are_asked_at_once_are_all_asked()
    {
        var founders = await RoundOf.Members(_silo, 230);
        var round = await founders.Open();

        await founders.Asked(round, 230);

        Assert.Equal(230, (await founders.Outbox(230)).Select(m => m.Member).Distinct().Count());
    }

    [Fact]
    public async Task Numbers_are_for_organizers_and_rounds_for_members()
    {
        var founders = await RoundOf.Members(_silo, 4);
        var round = await founders.Open();
        await founders.Asked(round, 4);
        await round.Answer(founders.People[1], RoundAnswer.In);
        await round.Answer(founders.People[2], RoundAnswer.Out);

        var seen = await round.Get(founders.Organizer);
        Assert.Equal((4, 1, 1), (seen.Asked, seen.In, seen.Out));
        seen = await round.Get(founders.People[1]);
        Assert.Equal((0, 0, 0, RoundAnswer.In), (seen.Asked, seen.In, seen.Out, seen.Answer));

        var stranger = Guid.CreateVersion7();
        await Expect.Refused(Refusal.NotAMember, () => round.Get(stranger));
        await Expect.Refused(Refusal.NotAMember, () => round.Answer(stranger, RoundAnswer.In));
        await Expect.Refused(Refusal.NotAnOrganizer, () => round.PairNow(founders.People[1]));
        await Expect.Refused(Refusal.NotFound, () => founders.Round(9).Get(founders.Organizer));
    }

    [Fact]
    public async Task A_round_that_takes_answers_must_be_paired_before_the_next()
    {
        var founders = await RoundOf.Members(_silo, 2);
        await founders.Open();

        await Expect.Refused(Refusal.RoundOpen, () => founders.Open());
    }
}
