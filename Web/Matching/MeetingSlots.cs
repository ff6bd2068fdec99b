using Weave.Members;

namespace Weave.Matching;

/// <summary>A few times to propose without typing: the next days, morning, noon and evening in one's own zone, where the partners are awake too.</summary>
internal static class MeetingSlots
{
    private static readonly TimeOnly[] Hours = [new(10, 0), new(13, 0), new(18, 30)];

    /// <param name="theirs">The partners' zones.</param>
    /// <returns>Day by day; a day on which nothing suits everybody is left out, unless that would leave none.</returns>
    public static IReadOnlyList<IReadOnlyList<DateTimeOffset>> Next(DateTimeOffset now, TimeZoneInfo mine, IReadOnlyCollection<TimeZoneInfo> theirs, int days)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, mine).Date);
        var all = Enumerable.Range(1, days).Select(day => Hours.Select(hour => At(today.AddDays(day).ToDateTime(hour), mine)).ToList()).ToList();
        var awake = all.Select(day => day.Where(at => theirs.All(zone => IsAwake(at, zone))).ToList()).Where(day => day.Count > 0).ToList();
        return awake.Count > 0 ? awake : all;
    }

    /// <summary>A zone by its name; UTC when nobody knows it.</summary>
    public static TimeZoneInfo Zone(string name) => TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : TimeZoneInfo.Utc;

    /// <summary>The partners' zones, as far as they have said.</summary>
    public static IReadOnlyCollection<TimeZoneInfo> ZonesOf(Match match) =>
        [.. match.Partners.Select(partner => partner.Card.Profile.TimeZone).Where(zone => zone != Profile.UnknownZone).Select(Zone)];

    /// <summary>A time on the clock as a moment; an hour that the clocks leap over is taken as the one after it.</summary>
    public static DateTimeOffset At(DateTime local, TimeZoneInfo zone)
    {
        var shown = zone.IsInvalidTime(local) ? local.AddHours(1) : local;
        return new DateTimeOffset(shown, zone.GetUtcOffset(shown)).ToUniversalTime();
    }

    private static bool IsAwake(DateTimeOffset at, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(at, zone).Hour is >= 8 and < 22;
}
