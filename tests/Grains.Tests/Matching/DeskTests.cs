using Weave.Agenda;
using Weave.Members;
using Weave.Notifications;
using Xunit;

namespace Weave.Matching;

/// <summary>What organizers see and do before the cards are sent. Each test has a silo to itself: clocks move.</summary>
public sealed class DeskTests : IAsyncLifetime
{
    private readonly TestSilo _silo = new();

    public ValueTask InitializeAsync() => _silo.InitializeAsync();

    public ValueTask DisposeAsync() => _silo.DisposeAsync();

    [Fact]
    public async Task Organizers_see_who_is_in_out_silent_unreachable_and_paused()
    {
        var founders = await RoundOf.Members(_silo, 6);
        var people = founders.People;
        var mute = Guid.CreateVersion7();
        await _silo.Grains.GetGrain<IMemberGrain>(mute).Create(new NewMember { Name = "Mute" });
        await founders.Community.Join(mute);
        await founders.Standing.Choose(people[1], StandingChoice.In);
        await founders.Standing.Pause(people[2], _silo.Clock.GetUtcNow().AddDays(7));
        var round = await founders.Open();
        await founders.Asked(round, 6);
        await round.Answer(people[3], RoundAnswer.In);
        await round.Answer(people[4], RoundAnswer.Out);

        var seen = await Desk(round).Look(founders.Organizer);

        Assert.Equal((6, 2, 1, 1, 2, 1, 1), (seen.Asked, seen.In, seen.Standing, seen.Out, seen.NoAnswer, seen.Unreachable, seen.Paused));
        Assert.Equal([mute], (await Desk(round).People(RoundGroup.Unreachable, 0, 10, founders.Organizer)).Items.Select(person => person.Member));
        Assert.Equal([people[2]], (await Desk(round).People(RoundGroup.Paused, 0, 10, founders.Organizer)).Items.Select(person => person.Member));
        await Expect.Refused(Refusal.NotAnOrganizer, () => Desk(round).Look(people[1]));
        await Expect.Refused(Refusal.NotAnOrganizer, () => Desk(round).People(RoundGroup.In, 0, 10, people[1]));
    }

    [Fact]
    public async Task A_pairing_is_looked_at_and_changed_before_anybody_is_told()
    {
        var (founders, round) = await AllIn(4);
        await Desk(round).Prepare(founders.Organizer);
        await founders.Outbox(4);
        var draft = (await Desk(round).Draft(0, 10, founders.Organizer)).Items;
        Assert.Equal(2, draft.Count);
        Assert.Equal((MatchRoundPhase.Pairing, 2, 0), ((await Desk(round).Look(founders.Organizer)).Phase, (await Desk(round).Look(founders.Organizer)).Quality?.Matches, (await Desk(round).Look(founders.Organizer)).LeftOut));
        await Expect.Refused(Refusal.RoundClosed, () => round.Answer(founders.People[1], RoundAnswer.Out));

        var (one, other) = (draft[0].Members[0], draft[1].Members[0]);
        await Desk(round).Swap(one, other, founders.Organizer);
        Assert.Empty(await founders.Outbox(0));
        await Desk(round).Send(founders.Organizer);
        await founders.Reaches(round, MatchRoundPhase.Conversation);

        var pairs = await founders.Pairs(round);
        Assert.Contains(Pair(other, draft[0].Members[1]), pairs);
        Assert.Contains(Pair(one, draft[1].Members[1]), pairs);
        Assert.Equal(4, (await founders.Outbox(4)).Count(message => message.Notice is MatchMade));
        // Too late, and said again.
        await Desk(round).Send(founders.Organizer);
        await Expect.Refused(Refusal.RoundClosed, () => Desk(round).Swap(one, other, founders.Organizer));
    }

    [Fact]
    public async Task A_pairing_nobody_sends_goes_by_itself_when_it_was_promised()
    {
        var (founders, round) = await AllIn(2, TimeSpan.FromHours(3));
        await Desk(round).Prepare(founders.Organizer);
        await Due(round, "tell");
        Assert.Equal(MatchRoundPhase.Pairing, (await round.Get(founders.Organizer)).Phase);

        _silo.Clock.AdjustTime(_silo.Clock.GetUtcNow().AddHours(3));
        await founders.Reaches(round, MatchRoundPhase.Conversation);

        Assert.Equal(2, (await founders.Matches(round)).Count);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(7)]
    public async Task Who_leaves_while_a_pairing_waits_is_nobodys_partner_and_nobody_is_left_alone(int count)
    {
        var (founders, round) = await AllIn(count);
        await Desk(round).Prepare(founders.Organizer);
        await founders.Community.Leave(founders.People[1]);
        await founders.Standing.Pause(founders.People[2], _silo.Clock.GetUtcNow().AddDays(7));

        await Desk(round).Send(founders.Organizer);
        await founders.Reaches(round, MatchRoundPhase.Conversation);

        Assert.Equal(founders.People.Except([founders.People[1], founders.People[2]]).Order(), (await founders.Matches(round)).Keys.Order());
    }

    [Fact]
    public async Task A_match_whose_partners_have_both_left_is_not_sent()
    {
        var (founders, round) = await AllIn(4);
        await Desk(round).Prepare(founders.Organizer);
        var gone = (await Desk(round).Draft(0, 10, founders.Organizer)).Items.Select(match => match.Members).Single(members => !members.Contains(founders.Organizer));
        foreach (var member in gone)
            await founders.Community.Leave(member);

        await Desk(round).Send(founders.Organizer);
        await founders.Reaches(round, MatchRoundPhase.Conversation);

        Assert.Equal(founders.People.Except(gone).Order(), (await founders.Matches(round)).Keys.Order());
    }

    [Fact]
    public async Task Answers_can_be_taken_again_while_the_deadline_lies_ahead()
    {
        var (founders, round) = await AllIn(3);
        await Desk(round).Prepare(founders.Organizer);
        await Desk(round).Reopen(founders.Organizer);
        await round.Answer(founders.People[2], RoundAnswer.Out);
        // The time at which the pairing would have been sent.
        _silo.Clock.AdjustTime(_silo.Clock.GetUtcNow().AddHours(1));
        await Due(round, "tell");
        await Due(round, "pair");

        Assert.Equal(MatchRoundPhase.Inviting, (await round.Get(founders.Organizer)).Phase);
        await round.PairNow(founders.Organizer);
        await founders.Reaches(round, MatchRoundPhase.Conversation);
        Assert.Equal(2, (await founders.Matches(round)).Count);
    }

    [Fact]
    public async Task More_time_is_more_time_and_the_silent_are_reminded_anew()
    {
        var founders = await RoundOf.Members(_silo, 2);
        var round = await founders.Open(TimeSpan.FromDays(2));
        await founders.Asked(round, 2);
        await round.Answer(founders.Organizer, RoundAnswer.In);
        _silo.Clock.AdjustTime(_silo.Clock.GetUtcNow().AddDays(1.5));
        await Due(round, "remind");
        await founders.Outbox(3);

        await Desk(round).Extend(_silo.Clock.GetUtcNow().AddDays(2), founders.Organizer);
        _silo.Clock.AdjustTime(_silo.Clock.GetUtcNow().AddDays(1));
        await Due(round, "pair");
        Assert.Equal(MatchRoundPhase.Inviting, (await round.Get(founders.Organizer)).Phase);
        await Due(round, "remind");
        Assert.Equal(founders.People[1], Assert.Single(await founders.Outbox(1)).Member);

        await Expect.Refused(Refusal.InThePast, () => Desk(round).Extend(_silo.Clock.GetUtcNow(), founders.Organizer), "Deadline");
        await Expect.Refused(Refusal.OutOfRange, () => Desk(round).Extend(_silo.Clock.GetUtcNow().AddDays(70), founders.Organizer), "Deadline");
    }

    [Fact]
    public async Task An_organizer_adds_and_takes_out_people_who_are_told_of_it()
    {
        var (founders, round) = await AllIn(4);
        await round.Answer(founders.People[3], RoundAnswer.Out);
        await founders.Outbox(4);
        await Desk(round).Prepare(founders.Organizer);

        await Desk(round).Place(founders.People[3], takesPart: true, founders.Organizer);
        await Desk(round).Place(founders.People[2], takesPart: false, founders.Organizer);
        await Desk(round).Place(founders.People[2], takesPart: false, founders.Organizer);

        Assert.Equal([(founders.People[3], true), (founders.People[2], false)],
            (await founders.Outbox(2)).Select(message => (message.Member!.Value, ((RoundPlaced)message.Notice).In)));
        Assert.Equal(3, (await Desk(round).Draft(0, 10, founders.Organizer)).Items.Sum(match => match.Members.Length));
        await founders.Standing.Pause(founders.People[2], _silo.Clock.GetUtcNow().AddDays(7));
        await Expect.Refused(Refusal.Paused, () => Desk(round).Place(founders.People[2], takesPart: true, founders.Organizer));
        await Expect.Refused(Refusal.NotAMember, () => Desk(round).Place(Guid.CreateVersion7(), takesPart: true, founders.Organizer));
    }

    [Fact]
    public async Task Who_must_not_meet_is_not_put_together_by_hand()
    {
        var (founders, round) = await AllIn(4);
        await Desk(round).Prepare(founders.Organizer);
        var draft = (await Desk(round).Draft(0, 10, founders.Organizer)).Items;
        await _silo.Grains.GetGrain<IStancesGrain>(0).Put(draft[0].Members[1], draft[1].Members[0], Stance.RatherNot);

        await Expect.Refused(Refusal.NotTogether, () => Desk(round).Swap(draft[0].Members[0], draft[1].Members[0], founders.Organizer));
        await Expect.Refused(Refusal.Invalid, () => Desk(round).Swap(draft[0].Members[0], draft[0].Members[1], founders.Organizer));

        Assert.Equal(draft.Select(match => match.Members), (await Desk(round).Draft(0, 10, founders.Organizer)).Items.Select(match => match.Members));
    }

    private async Task<(RoundOf Founders, IMatchRoundGrain Round)> AllIn(int count, TimeSpan? answersFor = null)
    {
        var founders = await RoundOf.Members(_silo, count);
        var round = await founders.Open(answersFor);
        await founders.Asked(round, count);
        foreach (var person in founders.People)
            await round.Answer(person, RoundAnswer.In);
        return (founders, round);
    }

    private IRoundDeskGrain Desk(IMatchRoundGrain round) => _silo.Grains.GetGrain<IRoundDeskGrain>(round.GetPrimaryKeyString());

    private Task Due(IMatchRoundGrain round, string what) => _silo.Grains.GetGrain<IDueGrain>(round.GetGrainId()).OnDue(what);

    private static (Guid, Guid) Pair(Guid a, Guid b) => a.CompareTo(b) < 0 ? (a, b) : (b, a);
}
