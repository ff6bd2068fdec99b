namespace Weave.Rooms;

/// <summary>What somebody changed of a plan, as it is taken over by another one.</summary>
internal static class PlanChange
{
    /// <summary>The plan with what differs between the two others; whatever they agree in stays its own.</summary>
    public static RoomPlan With(this RoomPlan own, RoomPlan before, RoomPlan after) => new()
    {
        Title = Changed(own.Title, before.Title, after.Title),
        StartsAt = Changed(own.StartsAt, before.StartsAt, after.StartsAt),
        Capacity = Changed(own.Capacity, before.Capacity, after.Capacity),
        TableSize = Changed(own.TableSize, before.TableSize, after.TableSize),
        Rounds = Changed(own.Rounds, before.Rounds, after.Rounds),
        RoundLength = Changed(own.RoundLength, before.RoundLength, after.RoundLength),
        VoiceUrl = Changed(own.VoiceUrl, before.VoiceUrl, after.VoiceUrl),
        Aim = Changed(own.Aim, before.Aim, after.Aim),
        SpeakerTime = Changed(own.SpeakerTime, before.SpeakerTime, after.SpeakerTime),
        FloorTime = Changed(own.FloorTime, before.FloorTime, after.FloorTime),
        // Arrays are the same only when they are one.
        Icebreakers = before.Icebreakers.SequenceEqual(after.Icebreakers) ? own.Icebreakers : after.Icebreakers,
    };

    private static T Changed<T>(T own, T before, T after) => EqualityComparer<T>.Default.Equals(before, after) ? own : after;
}
