namespace Weave.Matching;

/// <summary>
/// When a community's match rounds begin by themselves: every few weeks, at an hour that clocks in the community's zone show. Pure: knows neither the clock nor
/// what has happened.
/// </summary>
[GenerateSerializer, Immutable, Alias("roundSchedule")]
public sealed record RoundSchedule
{
    public const int MostWeeks = 4;

    /// <summary>Less than a week, so that a round is paired before the next begins.</summary>
    public const int MostDaysToAnswer = 5;

    /// <summary>What a round that begins late leaves members at least to answer, and partners to meet.</summary>
    private static readonly TimeSpan LeastToAnswer = TimeSpan.FromDays(1);
    private static readonly TimeSpan LeastToMeet = TimeSpan.FromDays(2);

    [Id(0)] public int EveryWeeks { get; init; } = 1;
    [Id(1)] public DayOfWeek Day { get; init; } = DayOfWeek.Monday;

    /// <summary>The hour of the day, 0 to 23.</summary>
    [Id(2)] public int Hour { get; init; } = 10;

    /// <summary>Answers end at the same hour so many days later.</summary>
    [Id(3)] public int DaysToAnswer { get; init; } = 2;

    /// <summary>No round begins before this day; weeks are counted from the first <see cref="Day"/> on or after it.</summary>
    [Id(4)] public DateOnly From { get; init; }

    /// <summary>The first round that begins after <paramref name="moment"/>.</summary>
    public RoundDates Next(DateTimeOffset moment, TimeZoneInfo zone)
    {
        var day = Weekdays.NextWeek(Weekdays.OnOrAfter(From, Day), EveryWeeks, new TimeOnly(Hour, 0), moment, zone);
        return new(At(day, zone), At(day.AddDays(DaysToAnswer), zone));
    }

    /// <summary>
    /// The round to open now in place of one that was <paramref name="due"/>, which may be long ago; null when it is better to wait for the next one.
    /// </summary>
    public MatchRoundPlan? PlanFor(RoundDates due, DateTimeOffset now, TimeZoneInfo zone)
    {
        var next = Next(now, zone).Opens;
        var deadline = now + LeastToAnswer < due.Deadline ? due.Deadline : now + LeastToAnswer;
        return now == due.Opens || deadline + LeastToMeet <= next ? new(deadline, next) : null;
    }

    private DateTimeOffset At(DateOnly day, TimeZoneInfo zone) => Weekdays.In(zone, day, new TimeOnly(Hour, 0));
}
