using Weave.Members;

namespace Weave.Matching;

/// <summary>A participant's profile made ready to be compared with many: terms as sorted numbers of a <see cref="Vocabulary"/>.</summary>
internal sealed record Portrait
{
    public required Profile Profile { get; init; }
    public required LanguageSet Languages { get; init; }
    public required int[] Interests { get; init; }
    public required int[] LooksFor { get; init; }
    public required int[] Offers { get; init; }

    /// <summary>The companies and roles they want to meet.</summary>
    public required int[] Wants { get; init; }

    /// <summary>Those among all that anybody wants to meet which they are.</summary>
    public required int[] Is { get; init; }

    /// <summary>Folded; empty when not known.</summary>
    public required string City { get; init; }

    /// <summary>Folded; empty when not known.</summary>
    public required string Company { get; init; }

    /// <summary>Minutes ahead of UTC; null when not known.</summary>
    public required int? Zone { get; init; }

    public MeetingPreference Meets => Profile.Meets;

    /// <summary>Both like to meet in person, in the city both live in.</summary>
    public bool CanMeetNear(Portrait other) =>
        City.Length > 0 && City == other.City && Meets != MeetingPreference.Online && other.Meets != MeetingPreference.Online;

    public bool CanMeetOnline(Portrait other) => Meets != MeetingPreference.InPerson && other.Meets != MeetingPreference.InPerson;

    /// <summary>There is no place where both would meet.</summary>
    public bool CannotAgree(Portrait other) =>
        !CanMeetOnline(other) && (Meets == MeetingPreference.Online || other.Meets == MeetingPreference.Online || (City.Length > 0 && other.City.Length > 0 && City != other.City));

    public bool IsColleague(Portrait other) => Company.Length > 0 && Company == other.Company;
}
