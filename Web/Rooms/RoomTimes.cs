namespace Weave.Rooms;

/// <summary>
/// When the parts of a room begin, as far as one can say before it does: what depends on how it goes, to five minutes. The room's own client says it more
/// exactly once people are there.
/// </summary>
/// <param name="Introductions">Null without introductions.</param>
/// <param name="Floor">Null without an open floor.</param>
internal sealed record RoomTimes(DateTimeOffset? Introductions, DateTimeOffset Rounds, DateTimeOffset? Floor, DateTimeOffset End)
{
    private static readonly TimeSpan Exactness = TimeSpan.FromMinutes(5);

    /// <summary>Between two parts people stand up and look for their table.</summary>
    private static readonly TimeSpan Between = TimeSpan.FromMinutes(1);

    /// <param name="people">How many are known to come, or are there. Fewer than a table are no room.</param>
    public static RoomTimes Of(RoomPlan plan, int people)
    {
        var rounds = plan.SpeakerTime is { } speaker ? plan.StartsAt + (speaker * Math.Max(people, plan.TableSize)) + Between : plan.StartsAt;
        var floor = rounds + (plan.Rounds * (plan.RoundLength + Between));
        var end = plan.FloorTime is { } open ? floor + open : floor - Between;
        return new(plan.SpeakerTime is null ? null : plan.StartsAt, plan.SpeakerTime is null ? rounds : About(rounds), plan.FloorTime is null ? null : About(floor), About(end));
    }

    private static DateTimeOffset About(DateTimeOffset moment) =>
        new((moment + (Exactness / 2)).Ticks / Exactness.Ticks * Exactness.Ticks, moment.Offset);
}
