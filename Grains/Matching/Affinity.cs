using System.Collections.Immutable;
using Weave.Members;

namespace Weave.Matching;

/// <summary>How well any two of a round's participants go together, in points, and why. People are their places in the list given.</summary>
internal sealed class Affinity
{
    private const int WordsNamed = 3;

    /// <summary>When people sleep, nobody meets: the hours of a day that are left, in minutes.</summary>
    private const int Awake = 14 * 60;
    private const int Day = 24 * 60;

    private readonly Points _points;
    private readonly Vocabulary _interests = new();
    private readonly Vocabulary _wishes = new();
    private readonly Targets _targets;

    public Affinity(IReadOnlyList<Candidate> people, MatchingRules rules, DateTimeOffset now)
    {
        _points = new(rules);
        _targets = new(people.Select(person => person.Profile.Targets.AsEnumerable()));
        var zones = people.Select(person => person.Profile.TimeZone).Distinct(StringComparer.Ordinal).ToDictionary(zone => zone, zone => MinutesAhead(zone, now), StringComparer.Ordinal);
        People = [.. people.Select(person => PortraitOf(person.Profile, zones))];
        _interests.Weigh(People.Count);
        _wishes.Weigh(People.Count);
    }

    public IReadOnlyList<Portrait> People { get; }

    /// <summary>How many kinds of terms there are, and what each is worth: for finding promising partners without looking at everybody.</summary>
    public (Vocabulary Interests, Vocabulary Wishes, int Targets) Terms => (_interests, _wishes, _targets.Count);

    public Points Points => _points;

    /// <summary>From -2 <see cref="Points.Clash"/> to <see cref="Points.Most"/>.</summary>
    public double Between(int a, int b)
    {
        var (first, second) = (People[a], People[b]);
        var points = _points.Interests * Vocabulary.Likeness(_interests.Shared(first.Interests, second.Interests))
            + _points.Wishes * (Vocabulary.Likeness(_wishes.Shared(first.LooksFor, second.Offers)) + Vocabulary.Likeness(_wishes.Shared(second.LooksFor, first.Offers)))
            + _points.Targets * (Convert.ToInt32(Overlaps(first.Wants, second.Is)) + Convert.ToInt32(Overlaps(second.Wants, first.Is)));
        if (first.CanMeetNear(second))
            points += _points.City;
        if (first.CanMeetOnline(second))
            points += _points.TimeZone * HoursInCommon(first.Zone, second.Zone);
        if (first.CannotAgree(second))
            points -= Points.Clash;
        if (_points.AcrossCompanies && first.IsColleague(second))
            points -= Points.Clash;
        return points;
    }

    /// <summary>What counted, in words.</summary>
    public MatchReason Reason(int a, int b, Guid idA, Guid idB, bool repeat)
    {
        var (first, second) = (People[a], People[b]);
        return new()
        {
            A = idA,
            B = idB,
            SharedInterests = _points.Interests == 0 ? [] : Shared(_interests, first.Interests, second.Interests, Texts(first.Profile)),
            BOffersWhatALooksFor = Wanted(first, second),
            AOffersWhatBLooksFor = Wanted(second, first),
            City = _points.City > 0 && first.CanMeetNear(second) ? first.Profile.City : null,
            Repeat = repeat,
            BIsWhoAWantsToMeet = Met(first, second),
            AIsWhoBWantsToMeet = Met(second, first),
        };
    }

    private Portrait PortraitOf(Profile profile, Dictionary<string, int?> zones) => new()
    {
        Profile = profile,
        Languages = LanguageSet.Of(profile.Languages),
        Interests = _interests.Add(Texts(profile).Keys),
        LooksFor = _wishes.Add(Words.Of(profile.LooksFor).Keys),
        Offers = _wishes.Add(Words.Of(profile.Offers).Keys),
        Wants = _targets.Numbers(profile.Targets),
        Is = _targets.Count == 0 ? [] : _targets.Met(profile.Company, profile.Headline),
        City = Words.Fold(profile.City),
        Company = Words.Fold(profile.Company),
        Zone = zones[profile.TimeZone],
    };

    /// <summary>Interests by what they are compared with, as they are written.</summary>
    private static Dictionary<string, string> Texts(Profile profile) =>
        profile.Interests.DistinctBy(Words.Fold, StringComparer.Ordinal).ToDictionary(Words.Fold, interest => interest, StringComparer.Ordinal);

    private ImmutableArray<string> Wanted(Portrait looks, Portrait offers) =>
        _points.Wishes == 0 ? [] : [.. Shared(_wishes, looks.LooksFor, offers.Offers, Words.Of(looks.Profile.LooksFor)).Take(WordsNamed)];

    private ImmutableArray<string> Met(Portrait wants, Portrait other) =>
        _points.Targets == 0 ? [] : [.. wants.Profile.Targets.Where(target => Overlaps(_targets.Numbers([target]), other.Is))];

    /// <summary>What two share, as the first one writes it; what says most comes first.</summary>
    private static ImmutableArray<string> Shared(Vocabulary vocabulary, int[] one, int[] other, IReadOnlyDictionary<string, string> texts) =>
        [.. texts.Where(text => vocabulary.Number(text.Key) is var term && Array.BinarySearch(one, term) >= 0 && Array.BinarySearch(other, term) >= 0)
            .OrderByDescending(text => vocabulary.Weight(vocabulary.Number(text.Key))).Select(text => text.Value)];

    private static bool Overlaps(int[] one, int[] other)
    {
        foreach (var number in one)
        {
            if (Array.BinarySearch(other, number) >= 0)
                return true;
        }
        return false;
    }

    /// <summary>The share of the waking day of both; all of it as long as one does not know better.</summary>
    private static double HoursInCommon(int? one, int? other)
    {
        if (one is not { } first || other is not { } second || first == second)
            return 1;
        var apart = Math.Abs(first - second) % Day;
        return (Math.Max(0, Awake - apart) + Math.Max(0, Awake - (Day - apart))) / (double)Awake;
    }

    private static int? MinutesAhead(string zone, DateTimeOffset now) =>
        zone != Profile.UnknownZone && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found) ? (int)found.GetUtcOffset(now).TotalMinutes : null;
}
