using Weave.Agenda;
using Weave.Notifications;
using Xunit;

namespace Weave.Matching;

/// <summary>How members take part without being asked anew. Each test has a silo to itself: clocks move.</summary>
public sealed class StandingTests : IAsyncLifetime
{
    private readonly TestSilo _silo = new();

    public ValueTask InitializeAsync() => _silo.InitializeAsync();

    public ValueTask DisposeAsync() => _silo.DisposeAsync();

    [Fact]
    public async Task Only_those_who_have_not_answered_are_reminded_and_once()
    {
        var founders = await RoundOf.Members(_silo, 4);
        await founders.Standing.Choose(founders.People[3], StandingChoice.In);
        var round = await founders.Open(TimeSpan.FromDays(2));
        await founders.Asked(round, 4);
        await round.Answer(founders.People[1], RoundAnswer.In);
        await round.Answer(founders.People[2], RoundAnswer.Out);
        await founders.Outbox(4);

        await Due(round, "remind");
        Assert.Empty(await founders.Outbox(0));
        Pass(TimeSpan.FromDays(1));
        await Due(round, "remind");
        await Due(round, "remind");

        var reminder = Assert.Single(await founders.Outbox(1));
        Assert.Equal((founders.Organizer, true), (reminder.Member, reminder.Notice is RoundReminder));
    }

    [Fact]
    public async Task A_standing_yes_ends_after_three_rounds_without_a_word_and_one_press_brings_it_back()
    {
        var founders = await RoundOf.Members(_silo, 3);
        var (silent, awake) = (founders.People[1], founders.People[2]);
        await founders.Standing.Choose(silent, StandingChoice.In);
        await founders.Standing.Choose(awake, StandingChoice.In);
        for (var number = 1; number <= 3; number++)
        {
            var round = await founders.Open();
            await founders.Asked(round, 3);
            Assert.Equal(RoundAnswer.In, (await round.Get(silent)).Answer);
            if (number == 2)
                await round.Reacted(awake);
            await round.PairNow(founders.Organizer);
            await founders.Reaches(round, MatchRoundPhase.Conversation);
        }
        await founders.Outbox(9);

        var fourth = await founders.Open();
        await founders.Asked(fourth, 3);
        // What is called twice counts once.
        await founders.Round(3).Close();
        await Due(founders.Round(3), "ended");

        Assert.Equal(StandingChoice.Ask, (await founders.Standing.Get(silent)).Choice);
        Assert.Equal(StandingChoice.In, (await founders.Standing.Get(awake)).Choice);
        Assert.Equal(RoundAnswer.None, (await fourth.Get(silent)).Answer);
        Assert.Equal(silent, Assert.Single(await founders.Outbox(4), message => message.Notice is StandingEnded).Member);

        await founders.Standing.Choose(silent, StandingChoice.In);
        Assert.Equal((StandingChoice.In, RoundAnswer.In), ((await founders.Standing.Get(silent)).Choice, (await fourth.Get(silent)).Answer));
    }

    [Fact]
    public async Task A_pause_ends_by_itself_and_who_comes_back_is_asked_in_the_round_that_goes_on()
    {
        var founders = await RoundOf.Members(_silo, 2);
        var away = founders.People[1];
        await founders.Standing.Pause(away, _silo.Clock.GetUtcNow().AddHours(5));
        var round = await founders.Open(TimeSpan.FromDays(2));
        await founders.Asked(round, 1);

        Pass(TimeSpan.FromHours(6));
        await founders.Asked(round, 2);

        Assert.Null((await founders.Standing.Get(away)).PausedUntil);
        await round.Answer(away, RoundAnswer.In);
    }

    [Fact]
    public async Task A_pause_has_an_end_that_lies_ahead_and_within_a_year()
    {
        var founders = await RoundOf.Members(_silo, 2);
        var now = _silo.Clock.GetUtcNow();

        await Expect.Refused(Refusal.InThePast, () => founders.Standing.Pause(founders.Organizer, now), "until");
        await Expect.Refused(Refusal.OutOfRange, () => founders.Standing.Pause(founders.Organizer, now.AddDays(400)), "until");
        await founders.Standing.Pause(founders.Organizer, now.AddDays(14));
        Assert.Equal(now.AddDays(14), (await founders.Standing.Get(founders.Organizer)).PausedUntil);
        await founders.Standing.Resume(founders.Organizer);
        Assert.Null((await founders.Standing.Get(founders.Organizer)).PausedUntil);
    }

    [Fact]
    public async Task Wishes_for_the_odd_one_are_kept_and_only_organizers_host()
    {
        var founders = await RoundOf.Members(_silo, 2);
        await founders.Standing.Wish(founders.People[1], OddOne.Skip);
        await founders.Standing.Host(founders.Organizer, true);

        Assert.Equal(OddOne.Skip, (await founders.Standing.Get(founders.People[1])).OddOne);
        Assert.True((await founders.Standing.Get(founders.Organizer)).Hosts);
        await founders.Standing.Wish(founders.People[1], null);
        Assert.Null((await founders.Standing.Get(founders.People[1])).OddOne);
        await Expect.Refused(Refusal.NotAnOrganizer, () => founders.Standing.Host(founders.People[1], true));
        await Expect.Refused(Refusal.NotAMember, () => founders.Standing.Choose(Guid.CreateVersion7(), StandingChoice.In));
    }

    private Task Due(IMatchRoundGrain round, string what) => _silo.Grains.GetGrain<IDueGrain>(round.GetGrainId()).OnDue(what);

    private void Pass(TimeSpan time) => _silo.Clock.AdjustTime(_silo.Clock.GetUtcNow() + time);
}
