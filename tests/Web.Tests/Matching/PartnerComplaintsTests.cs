using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Weave.Members;
using Weave.Shell;
using Xunit;

namespace Weave.Matching;

/// <summary>What members of such services complain about, as far as words, zones and calendars go.</summary>
public sealed class PartnerComplaintsTests(WeaveApp weave) : IClassFixture<WeaveApp>
{
    /// <summary>Two hours after Berlin has left winter time, and before New York thinks of it again.</summary>
    private static readonly DateTimeOffset Spring = new(2040, 3, 25, 3, 0, 0, TimeSpan.Zero);

    private CalendarEntries Calendar => weave.Services.GetRequiredService<CalendarEntries>();

    [Theory]
    [InlineData(2040, 3, 24, 8)]
    [InlineData(2040, 3, 25, 1)]
    [InlineData(2040, 10, 28, 0)]
    [InlineData(2040, 10, 28, 1)]
    public void The_calendar_showed_another_hour__times_are_in_UTC_whatever_the_clocks_do(int year, int month, int day, int hour)
    {
        var at = new DateTimeOffset(year, month, day, hour, 0, 0, TimeSpan.Zero);
        var (method, entry) = CalendarReading.Read(Calendar.Of(Agreed(at, 1))!);

        Assert.Equal("PUBLISH", method);
        Assert.Equal(at, entry.Start());
        Assert.Equal(at + Meeting.Length, new DateTimeOffset(entry.End!.AsUtc, TimeSpan.Zero));
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"DTSTART:{at:yyyyMMdd'T'HHmmss'Z'}"), Calendar.Of(Agreed(at, 1)), StringComparison.Ordinal);
    }

    [Fact]
    public void The_calendar_had_two_entries__a_change_keeps_the_id_and_raises_the_sequence_and_a_withdrawal_cancels_it()
    {
        var (_, first) = CalendarReading.Read(Calendar.Of(Agreed(Spring, 1))!);
        var (_, moved) = CalendarReading.Read(Calendar.Of(Agreed(Spring.AddDays(1), 2))!);
        var off = Agreed(Spring, 3);
        var (method, cancelled) = CalendarReading.Read(Calendar.Of(off with { Arrangement = off.Arrangement with { Agreed = null, CalledOff = off.Arrangement.Agreed } })!);

        Assert.Equal((first.Uid, first.Uid), (moved.Uid, cancelled.Uid));
        Assert.Equal((1, 2, 3), (first.Sequence, moved.Sequence, cancelled.Sequence));
        Assert.Equal(("CANCEL", "CANCELLED"), (method, cancelled.Status));
        Assert.Null(Calendar.Of(off with { Arrangement = new() }));
    }

    [Fact]
    public void The_calendar_did_not_say_where__the_entry_has_the_place_or_the_call()
    {
        var online = Agreed(Spring, 1) with { CallLink = "https://meet.example.org/weave-1" };
        Assert.Equal("https://meet.example.org/weave-1", CalendarReading.Read(Calendar.Of(online)!).Event.Location);

        var there = online with { Arrangement = online.Arrangement with { Agreed = new(MeetingMode.InPerson, "Café Mitte; Berlin, 2nd floor", Spring) } };
        Assert.Equal("Café Mitte; Berlin, 2nd floor", CalendarReading.Read(Calendar.Of(there)!).Event.Location);
    }

    [Theory]
    [InlineData("Europe/Berlin", "America/New_York", "en")]
    [InlineData("Asia/Kolkata", "Europe/London", "ru")]
    [InlineData("Pacific/Auckland", "America/Los_Angeles", "en")]
    public void Time_zones_were_wrong__proposals_are_morning_noon_and_evening_of_ones_own_day_and_nobody_gets_up_at_night(string mine, string theirs, string language)
    {
        var (zone, other) = (MeetingSlots.Zone(mine), MeetingSlots.Zone(theirs));
        var slots = MeetingSlots.Next(Spring.AddDays(-3), zone, [other], days: 7).SelectMany(day => day).ToList();

        Assert.NotEmpty(slots);
        Assert.All(slots, at =>
        {
            Assert.Contains(TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime), new[] { new TimeOnly(10, 0), new TimeOnly(13, 0), new TimeOnly(18, 30) });
            Assert.InRange(TimeZoneInfo.ConvertTime(at, other).Hour, 8, 21);
            Assert.Equal(TimeSpan.Zero, at.Offset);
        });
        var words = weave.Services.GetRequiredService<MeetingWords>();
        var said = Languages.In(language, () => words.Agreed(new(MeetingMode.Online, "", slots[0]), at => TimeZoneInfo.ConvertTime(at, zone).ToString("HH:mm", CultureInfo.InvariantCulture)));
        Assert.Contains(language == "ru" ? "Встреча: " : "You meet: ", said, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_nobody_is_awake_at_the_same_hours_one_may_still_choose() =>
        Assert.Equal(5, MeetingSlots.Next(Spring, TimeZoneInfo.Utc, [TimeZoneInfo.CreateCustomTimeZone("x", TimeSpan.FromHours(-10.5), "x", "x"), TimeZoneInfo.CreateCustomTimeZone("y", TimeSpan.FromHours(10.5), "y", "y")], days: 5).Count);

    private static Match Agreed(DateTimeOffset at, int sequence) => new()
    {
        Id = new(new("founders", 3), 7),
        Community = "Founders",
        Partners = [new() { Card = new(Guid.CreateVersion7(), new Profile { Name = "Omar, Haddad; CFO" }), Reason = new() { A = default, B = default } }],
        Arrangement = new() { Agreed = new(MeetingMode.Online, "", at), Sequence = sequence },
    };
}
