using Weave.Agenda;
using Xunit;

namespace Weave.Matching;

/// <summary>Rounds that begin by themselves. Each test has a silo to itself: clocks move by weeks.</summary>
public sealed class RhythmTests : IAsyncLifetime
{
    private readonly TestSilo _silo = new();

    public ValueTask InitializeAsync() => _silo.InitializeAsync();

    public ValueTask DisposeAsync() => _silo.DisposeAsync();

    [Theory]
    [InlineData("Europe/Berlin", 10)]
    [InlineData("America/Sao_Paulo", 0)]
    [InlineData("Australia/Lord_Howe", 2)]
    public async Task For_a_year_a_round_begins_every_week_at_the_same_hour_there(string zone, int hour)
    {
        var founders = await RoundOf.Members(_silo, 1);
        await Plan(founders, zone, new() { Day = DayOfWeek.Sunday, Hour = hour, DaysToAnswer = 2 });
        var there = TimeZoneInfo.FindSystemTimeZoneById(zone);
        var sunday = there.Day(_silo.Clock.GetUtcNow());
        var offsets = new HashSet<TimeSpan>();
        for (var week = 1; week <= 52; week++)
        {
            for (sunday = sunday.AddDays(1); sunday.DayOfWeek != DayOfWeek.Sunday; sunday = sunday.AddDays(1))
            {
            }
            var opens = LocalTime.In(there, sunday.ToDateTime(new TimeOnly(hour, 0)));
            offsets.Add(there.GetUtcOffset(opens));
            await Pass(opens.AddSeconds(-3) - _silo.Clock.GetUtcNow());
            Assert.Equal(week - 1, (await founders.Community.Get(null)).LatestRound);

            await Pass(opens.AddSeconds(1) - _silo.Clock.GetUtcNow());
            await _silo.Until(async () => (await founders.Community.Get(null)).LatestRound == week);
            // The clock was set past the deadline of the round before: that one is paired first.
            Assert.InRange(_silo.Clock.GetUtcNow(), opens, opens.AddHours(1));
            Assert.Equal(LocalTime.In(there, sunday.AddDays(2).ToDateTime(new TimeOnly(hour, 0))), (await founders.Round(week).Get(founders.Organizer)).Deadline);
        }
        // Brazil gave it up in 2019.
        Assert.Equal(zone == "America/Sao_Paulo" ? 1 : 2, offsets.Count);
    }

    [Fact]
    public async Task The_next_round_ends_the_one_before_and_a_restart_changes_nothing()
    {
        var founders = await RoundOf.Members(_silo, 2);
        await Plan(founders, "Europe/Berlin", new() { EveryWeeks = 2, Day = DayOfWeek.Tuesday, Hour = 10, DaysToAnswer = 1 });
        await Begins(founders, 1, new DateTimeOffset(2027, 3, 2, 9, 0, 0, TimeSpan.Zero));
        await founders.Reaches(founders.Round(1), MatchRoundPhase.Inviting);
        await Pass(TimeSpan.FromDays(1));
        await founders.Reaches(founders.Round(1), MatchRoundPhase.Conversation);
        await _silo.Restart();

        await Begins(founders, 2, new DateTimeOffset(2027, 3, 16, 9, 0, 0, TimeSpan.Zero));

        Assert.Equal(MatchRoundPhase.Closed, (await founders.Round(1).Get(founders.Organizer)).Phase);
        Assert.Equal(new DateTimeOffset(2027, 3, 30, 8, 0, 0, TimeSpan.Zero), (await founders.Community.Get(null)).NextRound?.Opens);
    }

    [Fact]
    public async Task Weeks_without_a_server_bring_one_round_late_and_not_one_for_each()
    {
        var founders = await RoundOf.Members(_silo, 2);
        await Plan(founders, "Etc/UTC", new() { Day = DayOfWeek.Tuesday, Hour = 10, DaysToAnswer = 2 });

        // Three Tuesdays and a day.
        await Begins(founders, 1, new DateTimeOffset(2027, 3, 17, 10, 0, 0, TimeSpan.Zero));

        Assert.Equal(new DateTimeOffset(2027, 3, 23, 10, 0, 0, TimeSpan.Zero), (await founders.Community.Get(null)).NextRound?.Opens);
        Assert.InRange((await founders.Round(1).Get(founders.Organizer)).Deadline, new(2027, 3, 18, 10, 0, 0, TimeSpan.Zero), new(2027, 3, 18, 11, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public async Task A_round_opened_by_hand_that_still_takes_answers_goes_on_in_place_of_the_one_due()
    {
        var founders = await RoundOf.Members(_silo, 2);
        await Plan(founders, "Etc/UTC", new() { Day = DayOfWeek.Tuesday, Hour = 10, DaysToAnswer = 2 });
        await founders.Open(TimeSpan.FromDays(3));

        await Pass(TimeSpan.FromDays(1.2));
        await _silo.Until(async () => (await founders.Community.Get(null)).NextRound?.Opens == new DateTimeOffset(2027, 3, 9, 10, 0, 0, TimeSpan.Zero));

        Assert.Equal(1, (await founders.Community.Get(null)).LatestRound);
        Assert.Equal(MatchRoundPhase.Inviting, (await founders.Round(1).Get(founders.Organizer)).Phase);
    }

    [Fact]
    public async Task A_schedule_that_is_changed_or_dropped_opens_nothing_at_the_old_hour()
    {
        var founders = await RoundOf.Members(_silo, 2);
        await Plan(founders, "Etc/UTC", new() { Day = DayOfWeek.Tuesday, Hour = 10 });
        await Plan(founders, "Etc/UTC", new() { Day = DayOfWeek.Tuesday, Hour = 11 });
        var old = new DateTimeOffset(2027, 3, 2, 10, 0, 0, TimeSpan.Zero);
        await Pass(old.AddMinutes(30) - _silo.Clock.GetUtcNow());
        await _silo.Grains.GetGrain<IDueGrain>(founders.Community.GetGrainId()).OnDue($"next:{old.ToUnixTimeMilliseconds()}");
        Assert.Equal(0, (await founders.Community.Get(null)).LatestRound);

        await Plan(founders, "Etc/UTC", null);
        await Pass(TimeSpan.FromHours(2));
        await _silo.Grains.GetGrain<IDueGrain>(founders.Community.GetGrainId()).OnDue($"next:{old.AddHours(1).ToUnixTimeMilliseconds()}");

        var community = await founders.Community.Get(null);
        Assert.Equal((0, null), (community.LatestRound, community.NextRound));
    }

    [Theory]
    [InlineData(0, 10, 2, "EveryWeeks")]
    [InlineData(5, 10, 2, "EveryWeeks")]
    [InlineData(1, 24, 2, "Hour")]
    [InlineData(1, 10, 6, "DaysToAnswer")]
    public async Task A_schedule_out_of_bounds_is_refused_at_its_field(int weeks, int hour, int days, string field)
    {
        var founders = await RoundOf.Members(_silo, 1);

        await Expect.Refused(Refusal.OutOfRange, () => Plan(founders, "Etc/UTC", new() { EveryWeeks = weeks, Hour = hour, DaysToAnswer = days }), field);
    }

    private static async Task Plan(RoundOf founders, string zone, RoundSchedule? schedule)
    {
        var settings = (await founders.Community.Get(null)).Settings;
        await founders.Community.Change(
            settings with { TimeZone = zone, Schedule = schedule is null ? null : schedule with { From = new DateOnly(2027, 3, 1) } }, founders.Organizer);
    }

    private async Task Begins(RoundOf founders, int number, DateTimeOffset at)
    {
        await Pass(at - _silo.Clock.GetUtcNow());
        await _silo.Until(async () => (await founders.Community.Get(null)).LatestRound == number);
        await _silo.Until(async () =>
        {
            try
            {
                return (await founders.Round(number).Get(founders.Organizer)).Phase == MatchRoundPhase.Inviting;
            }
            catch (Refused)
            {
                return false;
            }
        });
    }

    /// <summary>Sets the clock forward, as after a computer's sleep: going through all seconds of a year would take minutes.</summary>
    private async Task Pass(TimeSpan time)
    {
        _silo.Clock.AdjustTime(_silo.Clock.GetUtcNow() + time);
        _silo.Clock.Advance(TimeSpan.FromSeconds(1));
        await _silo.Grains.GetGrain<IAgendaGrain>(0).Remove(default, "");
    }
}
