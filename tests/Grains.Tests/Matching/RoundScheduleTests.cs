using CsCheck;
using Xunit;

namespace Weave.Matching;

public sealed class RoundScheduleTests
{
    private static readonly string[] Zones =
    [
        "Europe/Berlin", "America/Sao_Paulo", "Australia/Lord_Howe", "America/New_York", "Asia/Kolkata", "Africa/Casablanca", "Pacific/Apia", "Etc/UTC",
    ];

    private static readonly Gen<RoundSchedule> Schedules = Gen.Select(Gen.Int[1, 4], Gen.Enum<DayOfWeek>(), Gen.Int[0, 23], Gen.Int[1, 5], Gen.Int[0, 3000])
        .Select((weeks, day, hour, days, from) => new RoundSchedule
        {
            EveryWeeks = weeks,
            Day = day,
            Hour = hour,
            DaysToAnswer = days,
            From = new DateOnly(2011, 1, 1).AddDays(from),
        });

    private static readonly Gen<TimeZoneInfo> AnyZone = Gen.Int[0, Zones.Length - 1].Select(i => Zones[i]).Select(TimeZoneInfo.FindSystemTimeZoneById);

    private static readonly Gen<DateTimeOffset> Moments = Gen.Long[0, 12L * 365 * 24 * 60].Select(minutes => new DateTimeOffset(2010, 6, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(minutes));

    [Fact]
    public void The_next_round_begins_on_the_day_at_the_hour_and_there_is_none_in_between() => Gen.Select(Schedules, AnyZone, Moments).Sample((schedule, zone, moment) =>
    {
        var next = schedule.Next(moment, zone);

        Assert.True(next.Opens > moment);
        Assert.True(next.Deadline > next.Opens);
        AssertFits(schedule, zone, next.Opens);
        // Brute force: no day before it fits.
        for (var day = zone.Day(moment); day < zone.Day(next.Opens).AddDays(-1); day = day.AddDays(1))
            if (Fits(schedule, day))
                Assert.True(LocalTime.In(zone, day.ToDateTime(new TimeOnly(schedule.Hour, 0))) <= moment);
    });

    [Fact]
    public void Asked_again_and_again_it_goes_through_all_rounds_in_order() => Gen.Select(Schedules, AnyZone, Moments).Sample((schedule, zone, moment) =>
    {
        var opens = schedule.Next(moment, zone).Opens;
        for (var i = 0; i < 30; i++)
        {
            var next = schedule.Next(opens, zone).Opens;
            Assert.InRange(next - opens, TimeSpan.FromDays((7 * schedule.EveryWeeks) - 1.1), TimeSpan.FromDays((7 * schedule.EveryWeeks) + 1.1));
            Assert.Equal(next, schedule.Next(next.AddTicks(-1), zone).Opens);
            opens = next;
        }
    });

    [Fact]
    public void Answers_end_days_later_at_the_same_hour_and_before_the_next_round() => Gen.Select(Schedules, AnyZone, Moments).Sample((schedule, zone, moment) =>
    {
        var next = schedule.Next(moment, zone);

        Assert.True(next.Deadline < schedule.Next(next.Opens, zone).Opens);
        Assert.InRange(next.Deadline - next.Opens, TimeSpan.FromDays(schedule.DaysToAnswer - 1.1), TimeSpan.FromDays(schedule.DaysToAnswer + 1.1));
    });

    [Theory]
    // Clocks leap from 2:00 to 3:00.
    [InlineData("Europe/Berlin", "2027-03-28T02:00", "2027-03-28T01:00Z")]
    // They show 2:00 to 3:00 twice.
    [InlineData("Europe/Berlin", "2027-10-31T02:00", "2027-10-31T00:00Z")]
    // In Brazil they leapt at midnight.
    [InlineData("America/Sao_Paulo", "2018-11-04T00:00", "2018-11-04T03:00Z")]
    // On Lord Howe Island half an hour only.
    [InlineData("Australia/Lord_Howe", "2027-10-03T02:00", "2027-10-02T15:30Z")]
    public void An_hour_that_is_leapt_over_is_moved_on_and_one_that_comes_twice_is_the_first(string zone, string local, string moment) =>
        Assert.Equal(
            DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture),
            LocalTime.In(TimeZoneInfo.FindSystemTimeZoneById(zone), DateTime.Parse(local, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void A_round_that_begins_late_leaves_time_to_answer_and_to_meet_or_waits_for_the_next() => Gen.Select(Schedules, AnyZone, Moments, Gen.Int[0, 60 * 24 * 60])
        .Sample((schedule, zone, moment, late) =>
        {
            var due = schedule.Next(moment, zone);
            var now = due.Opens.AddMinutes(late);

            var plan = schedule.PlanFor(due, now, zone);

            if (late == 0)
                Assert.Equal(new MatchRoundPlan(due.Deadline, schedule.Next(now, zone).Opens), plan);
            if (late == 0 || plan is null)
                return;
            Assert.True(plan.Deadline >= now.AddDays(1));
            Assert.Equal(schedule.Next(now, zone).Opens, plan.Ends);
            Assert.True(plan.Deadline.AddDays(2) <= plan.Ends);
        });

    private static bool Fits(RoundSchedule schedule, DateOnly day)
    {
        var first = schedule.From;
        while (first.DayOfWeek != schedule.Day)
            first = first.AddDays(1);
        return day >= first && (day.DayNumber - first.DayNumber) % (7 * schedule.EveryWeeks) == 0;
    }

    private static void AssertFits(RoundSchedule schedule, TimeZoneInfo zone, DateTimeOffset opens)
    {
        var local = TimeZoneInfo.ConvertTime(opens, zone);
        var day = DateOnly.FromDateTime(local.DateTime);
        if (Fits(schedule, day) && local.Hour == schedule.Hour && local.Minute == 0)
            return;
        // Moved on: what the schedule says does not exist.
        var said = Fits(schedule, day) ? day : day.AddDays(-1);
        Assert.True(Fits(schedule, said));
        Assert.True(zone.IsInvalidTime(said.ToDateTime(new TimeOnly(schedule.Hour, 0))));
    }
}
