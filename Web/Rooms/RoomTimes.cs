namespace Weave.Rooms;

/// <summary>When the parts of a room begin, as far as one can say before it does. The room's own client says it more exactly once people are there.</summary>
/// <param name="Introductions">Null without introductions.</param>
/// <param name="Floor">Null without an open floor.</param>
internal sealed record RoomTimes(DateTimeOffset? Introductions, DateTimeOffset Rounds, DateTimeOffset? Floor, DateTimeOffset End)
{
    /// <summary>Between two parts people stand up and look for their table.</summary>
    private static readonly TimeSpan Between = TimeSpan.FromMinutes(1);

    /// <param name="taken">How many places are taken so far.</param>
    public static RoomTimes Of(RoomPlan plan, int taken)
    {
        // Most people say late that they will come.
        var people = Math.Max(taken, plan.Capacity / 2);
        var rounds = plan.SpeakerTime is { } speaker ? plan.StartsAt + (speaker * people) + Between : plan.StartsAt;
        var floor = rounds + (plan.Rounds * (plan.RoundLength + Between));
        return new(plan.SpeakerTime is null ? null : plan.StartsAt, rounds, plan.FloorTime is null ? null : floor, plan.FloorTime is { } open ? floor + open : floor - Between);
    }
}
