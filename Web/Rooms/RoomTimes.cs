namespace Weave.Rooms;

/// <summary>
/// When the parts of a room begin and when it ends, as far as one can say before it does: what depends on how it goes, to five minutes. Pages and calendars go by
/// it; the room's own client says it more exactly once people are there.
/// </summary>
/// <param name="People">How many one reckons with.</param>
/// <param name="Introductions">Null without introductions.</param>
/// <param name="Floor">Null without an open floor.</param>
internal sealed record RoomTimes(int People, DateTimeOffset? Introductions, DateTimeOffset Rounds, DateTimeOffset? Floor, DateTimeOffset End)
{
    private static readonly TimeSpan Exactness = TimeSpan.FromMinutes(5);

    /// <summary>Between two parts people stand up and look for their table.</summary>
    private static readonly TimeSpan Between = TimeSpan.FromMinutes(1);

    /// <summary>What most rooms are planned for.</summary>
    private const int UsualCapacity = 30;

    /// <param name="taken">How many places are taken: by those who will come, or are there.</param>
    public static RoomTimes Of(RoomPlan plan, int taken)
    {
        var people = Expected(plan, taken);
        var rounds = plan.SpeakerTime is { } speaker ? plan.StartsAt + (speaker * people) + Between : plan.StartsAt;
        var floor = rounds + (plan.Rounds * (plan.RoundLength + Between));
        var end = plan.FloorTime is { } open ? floor + open : floor - Between;
        return new(people, plan.SpeakerTime is null ? null : plan.StartsAt, plan.SpeakerTime is null ? rounds : About(rounds), plan.FloorTime is null ? null : About(floor), About(end));
    }

    /// <summary>Most people say late that they will come: until more have than half of the places, one reckons with those. A room for many is seldom half full.</summary>
    private static int Expected(RoomPlan plan, int taken) =>
        Math.Max(taken, Math.Max(Math.Min(plan.Capacity, UsualCapacity) / 2, Math.Min(plan.TableSize, plan.Capacity)));

    private static DateTimeOffset About(DateTimeOffset moment) =>
        new((moment + (Exactness / 2)).Ticks / Exactness.Ticks * Exactness.Ticks, moment.Offset);
}
