namespace Weave;

/// <summary>What clocks show somewhere, as a moment.</summary>
public static class LocalTime
{
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(15);

    /// <summary>
    /// The moment when clocks in <paramref name="zone"/> show <paramref name="local"/>. A time that they leap over is moved on to the first one there is; one that
    /// they show twice is taken as the first of the two.
    /// </summary>
    public static DateTimeOffset In(TimeZoneInfo zone, DateTime local)
    {
        local = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        // Every leap there has ever been began and ended at a quarter of an hour.
        while (zone.IsInvalidTime(local))
            local = local.Date + (TimeSpan.FromTicks(local.TimeOfDay.Ticks / Step.Ticks * Step.Ticks) + Step);
        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }

    /// <summary>The beginning of a day.</summary>
    public static DateTimeOffset In(TimeZoneInfo zone, DateOnly day) => In(zone, day.ToDateTime(TimeOnly.MinValue));

    /// <summary>The day that it is somewhere.</summary>
    public static DateOnly Day(this TimeZoneInfo zone, DateTimeOffset moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, zone).DateTime);
}
