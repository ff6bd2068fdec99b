using System.Globalization;

namespace Weave.Rooms;

/// <summary>The form of a new room as it was filled in. A number or time that cannot be read comes as null.</summary>
public sealed class NewRoom
{
    private const string Moment = "yyyy-MM-ddTHH:mm";

    /// <summary>A room may be announced a little late; one of yesterday is a slip.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromHours(12);

    public string? Title { get; set; }

    /// <summary>As the browser sends it: local time of the community, without a zone.</summary>
    public string? StartsAt { get; set; }

    public int? Capacity { get; set; }

    public int? TableSize { get; set; }

    public int? Rounds { get; set; }

    /// <summary>In minutes.</summary>
    public int? RoundLength { get; set; }

    /// <summary>In seconds; zero without introductions.</summary>
    public int SpeakerTime { get; set; }

    /// <summary>In minutes; zero without an open floor.</summary>
    public int FloorTime { get; set; }

    public RoomAim Aim { get; set; }

    /// <summary>One a line.</summary>
    public string? Icebreakers { get; set; }

    public string? VoiceUrl { get; set; }

    /// <summary>Filled in so that a title is all that is missing: begins at the next full hour.</summary>
    public static NewRoom Default(DateTimeOffset now, TimeZoneInfo zone)
    {
        var plan = new RoomPlan { Title = "", StartsAt = now };
        var local = TimeZoneInfo.ConvertTime(now, zone).DateTime;
        return new()
        {
            StartsAt = local.Date.AddHours(local.Hour + 1).ToString(Moment, CultureInfo.InvariantCulture),
            Capacity = plan.Capacity,
            TableSize = plan.TableSize,
            Rounds = plan.Rounds,
            RoundLength = (int)plan.RoundLength.TotalMinutes,
        };
    }

    /// <summary>Takes the shape of a template; what was typed otherwise stays.</summary>
    public void Shape(RoomTemplate template) =>
        (TableSize, Rounds, RoundLength, SpeakerTime, FloorTime) = (template.TableSize, template.Rounds, template.Minutes, template.Speaker, template.Floor);

    /// <summary>Filled in with a plan as it is.</summary>
    public static NewRoom Of(RoomPlan plan, TimeZoneInfo zone) => new()
    {
        Title = plan.Title,
        StartsAt = LocalMoment.Say(plan.StartsAt, zone),
        Capacity = plan.Capacity,
        TableSize = plan.TableSize,
        Rounds = plan.Rounds,
        RoundLength = (int)plan.RoundLength.TotalMinutes,
        SpeakerTime = (int)(plan.SpeakerTime?.TotalSeconds ?? 0),
        FloorTime = (int)(plan.FloorTime?.TotalMinutes ?? 0),
        Aim = plan.Aim,
        Icebreakers = string.Join('\n', plan.Icebreakers),
        VoiceUrl = plan.VoiceUrl,
    };

    /// <param name="before">The plan that is changed; null for a new one.</param>
    public RoomPlan Plan(DateTimeOffset now, TimeZoneInfo zone, RoomPlan? before = null) => (before ?? new RoomPlan { Title = "", StartsAt = now }) with
    {
        Title = Title ?? "",
        StartsAt = Begins(now, zone, before?.StartsAt),
        Capacity = Number(Capacity, nameof(Capacity)),
        TableSize = Number(TableSize, nameof(TableSize)),
        Rounds = Number(Rounds, nameof(Rounds)),
        RoundLength = TimeSpan.FromMinutes(Number(RoundLength, nameof(RoundLength))),
        SpeakerTime = SpeakerTime == 0 ? null : TimeSpan.FromSeconds(SpeakerTime),
        FloorTime = FloorTime == 0 ? null : TimeSpan.FromMinutes(FloorTime),
        Aim = Enum.IsDefined(Aim) ? Aim : default,
        Icebreakers = [.. (Icebreakers ?? "").ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)],
        VoiceUrl = string.IsNullOrWhiteSpace(VoiceUrl) ? null : VoiceUrl.Trim(),
    };

    private static int Number(int? value, string field) => value ?? throw new Refused(Refusal.Required, field);

    /// <summary>Whoever does not touch the field does not move the beginning, however long ago it is.</summary>
    private DateTimeOffset Begins(DateTimeOffset now, TimeZoneInfo zone, DateTimeOffset? before)
    {
        if (before is { } was && StartsAt == LocalMoment.Say(was, zone))
            return was;
        var begins = LocalMoment.Read(StartsAt, zone, nameof(StartsAt));
        return begins >= now - Late ? begins : throw new Refused(Refusal.InThePast, nameof(StartsAt));
    }
}
