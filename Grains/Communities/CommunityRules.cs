using Weave.Matching;

namespace Weave.Communities;

/// <summary>What a community may be called and how it may be set up.</summary>
internal static class CommunityRules
{
    /// <summary>The settings as they are stored; refuses with the first field that cannot be accepted.</summary>
    public static CommunitySettings Accept(CommunitySettings settings)
    {
        var accepted = settings with
        {
            Name = Text(settings.Name, CommunitySettings.MaxName, nameof(settings.Name)),
            Purpose = Text(settings.Purpose, CommunitySettings.MaxPurpose, nameof(settings.Purpose)),
            Area = Text(settings.Area, CommunitySettings.MaxArea, nameof(settings.Area)),
            Language = settings.Language.Trim().ToLowerInvariant(),
            CallLink = Text(settings.CallLink, CommunitySettings.MaxCallLink, nameof(settings.CallLink)),
        };
        if (accepted.Name.Length == 0)
            throw new Refused(Refusal.Required, nameof(settings.Name));
        if (accepted.Language is not [>= 'a' and <= 'z', >= 'a' and <= 'z'])
            throw new Refused(Refusal.Invalid, nameof(settings.Language));
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(accepted.TimeZone, out var zone) || !zone.HasIanaId)
            throw new Refused(Refusal.Invalid, nameof(settings.TimeZone));
        if (accepted.CallLink.Length > 0 && !(Uri.TryCreate(accepted.CallLink, UriKind.Absolute, out var link) && link.Scheme is ("https" or "http")))
            throw new Refused(Refusal.Invalid, nameof(settings.CallLink));
        if (!Enum.IsDefined(accepted.Admission))
            throw new Refused(Refusal.Invalid, nameof(settings.Admission));
        if (accepted.Schedule is { } schedule)
            Check(schedule);
        if (accepted.OddOne.IsDefaultOrEmpty || !accepted.OddOne.All(Enum.IsDefined) || accepted.OddOne.Distinct().Count() != accepted.OddOne.Length)
            throw new Refused(Refusal.Invalid, nameof(settings.OddOne));
        if (accepted.GroupSize is < CommunitySettings.SmallestGroup or > CommunitySettings.LargestGroup)
            throw new Refused(Refusal.OutOfRange, nameof(settings.GroupSize));
        Emphasis[] weights = [accepted.Matching.Interests, accepted.Matching.Wishes, accepted.Matching.Targets, accepted.Matching.City, accepted.Matching.TimeZone];
        if (!Array.TrueForAll(weights, Enum.IsDefined))
            throw new Refused(Refusal.Invalid, nameof(settings.Matching));
        return accepted;
    }

    private static void Check(RoundSchedule schedule)
    {
        if (schedule.EveryWeeks is < 1 or > RoundSchedule.MostWeeks)
            throw new Refused(Refusal.OutOfRange, nameof(schedule.EveryWeeks));
        if (!Enum.IsDefined(schedule.Day))
            throw new Refused(Refusal.Invalid, nameof(schedule.Day));
        if (schedule.Hour is < 0 or > 23)
            throw new Refused(Refusal.OutOfRange, nameof(schedule.Hour));
        if (schedule.DaysToAnswer is < 1 or > RoundSchedule.MostDaysToAnswer)
            throw new Refused(Refusal.OutOfRange, nameof(schedule.DaysToAnswer));
        if (schedule.From.Year is < 2000 or > 2200)
            throw new Refused(Refusal.OutOfRange, nameof(schedule.From));
    }

    private static string Text(string text, int max, string field)
    {
        var trimmed = text.Trim();
        return trimmed.Length <= max ? trimmed : throw new Refused(Refusal.TooLong, field);
    }
}
