using System.Collections.Immutable;
using System.Globalization;
using Weave.Communities;

namespace Weave.Matching;

/// <summary>Rhythm and rules as they are typed.</summary>
public sealed class RoundScheduleForm
{
    private const string DayFormat = "yyyy-MM-dd";

    /// <summary>Zero stands for rounds by hand.</summary>
    public int EveryWeeks { get; set; }
    public DayOfWeek Day { get; set; }
    public int Hour { get; set; }
    public int DaysToAnswer { get; set; }
    public string? From { get; set; }
    public string? Odd { get; set; }
    public int GroupSize { get; set; }

    /// <summary>The orders that make sense: after a trio or a skip nothing else is tried.</summary>
    internal static (string Name, ImmutableArray<OddOne> Order)[] Orders { get; } =
    [
        ("Trio", [OddOne.Trio]),
        ("Skip", [OddOne.Skip]),
        ("HostTrio", [OddOne.Host, OddOne.Trio]),
        ("HostSkip", [OddOne.Host, OddOne.Skip]),
    ];

    public static RoundScheduleForm Of(CommunitySettings settings, DateOnly today)
    {
        var schedule = settings.Schedule ?? new();
        return new()
        {
            EveryWeeks = settings.Schedule is null ? 0 : schedule.EveryWeeks,
            Day = schedule.Day,
            Hour = schedule.Hour,
            DaysToAnswer = schedule.DaysToAnswer,
            From = (settings.Schedule?.From ?? today).ToString(DayFormat, CultureInfo.InvariantCulture),
            Odd = Array.Find(Orders, order => order.Order.SequenceEqual(settings.OddOne)).Name ?? Orders[0].Name,
            GroupSize = settings.GroupSize,
        };
    }

    public CommunitySettings ToSettings(CommunitySettings before) => before with
    {
        Schedule = EveryWeeks == 0 ? null : new()
        {
            EveryWeeks = EveryWeeks,
            Day = Day,
            Hour = Hour,
            DaysToAnswer = DaysToAnswer,
            From = DateOnly.TryParseExact(From, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var from) ? from : throw new Refused(Refusal.Invalid, nameof(From)),
        },
        OddOne = Array.Find(Orders, order => order.Name == Odd) is { Name: not null } chosen ? chosen.Order : throw new Refused(Refusal.Invalid),
        GroupSize = GroupSize,
    };
}
