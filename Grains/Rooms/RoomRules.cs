using Weave.Members;

namespace Weave.Rooms;

/// <summary>What may be planned.</summary>
internal static class RoomRules
{
    private const int Address = 300;

    /// <summary>The plan as it is stored; refuses with the first field that cannot be accepted.</summary>
    public static RoomPlan Accept(RoomPlan plan)
    {
        var title = Inputs.Line(plan.Title, RoomPlan.LongestTitle, nameof(plan.Title));
        if (title.Length == 0)
            throw new Refused(Refusal.Required, nameof(plan.Title));
        Between(plan.Capacity, 2, 200, nameof(plan.Capacity));
        Between(plan.TableSize, 2, 6, nameof(plan.TableSize));
        Between(plan.Rounds, 1, 40, nameof(plan.Rounds));
        Between(plan.RoundLength.TotalMinutes, 1, 60, nameof(plan.RoundLength));
        if (plan.SpeakerTime is { } time)
            Between(time.TotalSeconds, 30, 120, nameof(plan.SpeakerTime));
        if (plan.FloorTime is { } floor)
            Between(floor.TotalMinutes, 5, 120, nameof(plan.FloorTime));
        return plan with { Title = title, VoiceUrl = Voice(plan.VoiceUrl), Icebreakers = Inputs.Tags(plan.Icebreakers, 200, 50, nameof(plan.Icebreakers)) };
    }

    private static string? Voice(string? url)
    {
        if (string.IsNullOrWhiteSpace(url))
            return null;
        var text = url.Trim();
        if (text.Length > Address)
            throw new Refused(Refusal.TooLong, nameof(RoomPlan.VoiceUrl));
        return Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.UserInfo.Length == 0
            ? uri.AbsoluteUri
            : throw new Refused(Refusal.Invalid, nameof(RoomPlan.VoiceUrl));
    }

    private static void Between(double value, double least, double most, string field)
    {
        if (!(value >= least && value <= most))
            throw new Refused(Refusal.OutOfRange, field);
    }
}
