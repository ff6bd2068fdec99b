namespace Weave.Rooms;

/// <summary>When the rooms of a series begin, by the clocks of the community. Pure: knows neither the clock nor what has happened.</summary>
/// <param name="First">The day of the first one, which gives the weekday.</param>
/// <param name="At">The time of the day.</param>
[GenerateSerializer, Immutable, Alias("roomRhythm")]
public sealed record RoomRhythm([property: Id(0)] RoomEvery Every, [property: Id(1)] DateOnly First, [property: Id(2)] TimeOnly At)
{
    /// <summary>The rhythm of which <paramref name="startsAt"/> is the first beginning.</summary>
    public static RoomRhythm From(RoomEvery every, DateTimeOffset startsAt, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(startsAt, zone).DateTime;
        return new(every, DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
    }

    /// <summary>The first beginning after <paramref name="moment"/>.</summary>
    public DateTimeOffset Next(DateTimeOffset moment, TimeZoneInfo zone) => Weekdays.In(zone, Every == RoomEvery.Month
        ? Weekdays.NextMonth(First, At, moment, zone)
        : Weekdays.NextWeek(First, Every == RoomEvery.Week ? 1 : 2, At, moment, zone), At);
}
