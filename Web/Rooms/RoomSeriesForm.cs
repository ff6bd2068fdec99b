namespace Weave.Rooms;

/// <summary>What may be changed of a series, as it was filled in. A number that cannot be read comes as null.</summary>
public sealed class RoomSeriesForm
{
    public string? Title { get; set; }

    /// <summary>When the one that is planned now begins, by the community's clocks.</summary>
    public string? StartsAt { get; set; }
    public RoomEvery Every { get; set; }
    public int? Capacity { get; set; }
    public int? TableSize { get; set; }
    public int? Rounds { get; set; }

    /// <summary>In minutes.</summary>
    public int? RoundLength { get; set; }

    internal static RoomSeriesForm Of(RoomSeries series, TimeZoneInfo zone) => new()
    {
        Title = series.Plan.Title,
        StartsAt = LocalMoment.Say(series.Plan.StartsAt, zone),
        Every = series.Rhythm.Every,
        Capacity = series.Plan.Capacity,
        TableSize = series.Plan.TableSize,
        Rounds = series.Plan.Rounds,
        RoundLength = (int)series.Plan.RoundLength.TotalMinutes,
    };

    internal RoomPlan Plan(RoomPlan before, TimeZoneInfo zone) => before with
    {
        Title = Title ?? "",
        StartsAt = LocalMoment.Read(StartsAt, zone, nameof(StartsAt)),
        Capacity = Number(Capacity, nameof(Capacity)),
        TableSize = Number(TableSize, nameof(TableSize)),
        Rounds = Number(Rounds, nameof(Rounds)),
        RoundLength = TimeSpan.FromMinutes(Number(RoundLength, nameof(RoundLength))),
    };

    private static int Number(int? value, string field) => value ?? throw new Refused(Refusal.Required, field);
}
