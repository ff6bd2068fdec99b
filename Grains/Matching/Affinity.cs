using System.Collections.Immutable;
using Weave.Members;

namespace Weave.Matching;

/// <summary>
/// How well any two of a round's participants go together, and why. The score is what a pairing maximises; hard rules are large numbers in it, far
/// enough apart that no number of wishes outweighs one of them.
/// </summary>
internal sealed class Affinity
{
    /// <summary>Two people without a common language are worse off together than alone.</summary>
    public const double NoCommonLanguage = -1e11;

    /// <summary>One repeat. The latest repeats cost half as much again, so that the oldest come first and two are never better than one.</summary>
    private const double Repeat = -1e6;
    private const double OneOnlineOneInPerson = -100;
    private const double SameCity = 1;
    private const double WantedWord = 2;
    private const int WordsCounted = 3;

    private readonly Dictionary<Guid, Person> _people;
    private readonly Dictionary<(Guid, Guid), double> _repeats;
    private readonly Dictionary<string, double> _worth;

    /// <param name="participants">All of the round: how rare an interest is depends on them.</param>
    /// <param name="history">Who has met, or was put together, before.</param>
    public Affinity(IReadOnlyList<Candidate> participants, IReadOnlyList<Acquaintance> history)
    {
        _people = participants.ToDictionary(candidate => candidate.Id, candidate => new Person(candidate.Profile));
        _worth = _people.Values.SelectMany(person => person.Interests.Keys).CountBy(interest => interest, StringComparer.Ordinal)
            .ToDictionary(entry => entry.Key, entry => Math.Log(1 + (double)participants.Count / entry.Value), StringComparer.Ordinal);
        var latest = history.GroupBy(met => Pair(met.A, met.B)).Select(group => (group.Key, Last: group.Max(met => met.Last))).OrderBy(met => met.Last).ToList();
        _repeats = latest.Select((met, i) => (met.Key, Cost: Repeat * (1 + (0.5 * i / latest.Count)))).ToDictionary(met => met.Key, met => met.Cost);
    }

    public double Score(Guid a, Guid b)
    {
        var (first, second) = (_people[a], _people[b]);
        if (!first.Understands(second))
            return NoCommonLanguage;
        var score = _repeats.GetValueOrDefault(Pair(a, b));
        score += first.Interests.Keys.Where(second.Interests.ContainsKey).Sum(interest => _worth[interest]);
        score += WantedWord * (Math.Min(first.LooksFor.Keys.Count(second.Offers.ContainsKey), WordsCounted)
            + Math.Min(second.LooksFor.Keys.Count(first.Offers.ContainsKey), WordsCounted));
        if (first.CanMeetNear(second))
            score += SameCity;
        return first.Meets != second.Meets && first.Meets != MeetingPreference.Both && second.Meets != MeetingPreference.Both
            ? score + OneOnlineOneInPerson
            : score;
    }

    /// <summary>What counted in the score, in words.</summary>
    public MatchReason Reason(Guid a, Guid b)
    {
        var (first, second) = (_people[a], _people[b]);
        return new()
        {
            A = a,
            B = b,
            SharedInterests = [.. first.Interests.Where(entry => second.Interests.ContainsKey(entry.Key))
                .OrderByDescending(entry => _worth[entry.Key]).Select(entry => entry.Value)],
            BOffersWhatALooksFor = Wanted(first, second),
            AOffersWhatBLooksFor = Wanted(second, first),
            City = first.CanMeetNear(second) ? first.City : null,
            Repeat = _repeats.ContainsKey(Pair(a, b)),
        };
    }

    private static ImmutableArray<string> Wanted(Person looks, Person offers) =>
        [.. looks.LooksFor.Where(word => offers.Offers.ContainsKey(word.Key)).Take(WordsCounted).Select(word => word.Value)];

    private static (Guid, Guid) Pair(Guid a, Guid b) => a.CompareTo(b) < 0 ? (a, b) : (b, a);

    private sealed class Person(Profile profile)
    {
        /// <summary>By what they are compared with, as they are written.</summary>
        public IReadOnlyDictionary<string, string> Interests { get; } =
            profile.Interests.DistinctBy(Words.Fold, StringComparer.Ordinal).ToDictionary(Words.Fold, interest => interest, StringComparer.Ordinal);

        public IReadOnlyDictionary<string, string> LooksFor { get; } = Words.Of(profile.LooksFor);

        public IReadOnlyDictionary<string, string> Offers { get; } = Words.Of(profile.Offers);

        public string City => profile.City;

        public MeetingPreference Meets => profile.Meets;

        private string FoldedCity { get; } = Words.Fold(profile.City);

        public bool Understands(Person other) =>
            profile.Languages.Length == 0 || other.Languages.Length == 0 || profile.Languages.Any(language => other.Languages.Contains(language, StringComparer.Ordinal));

        public bool CanMeetNear(Person other) =>
            FoldedCity.Length > 0 && FoldedCity == other.FoldedCity && Meets != MeetingPreference.Online && other.Meets != MeetingPreference.Online;

        private ImmutableArray<string> Languages => profile.Languages;
    }
}
