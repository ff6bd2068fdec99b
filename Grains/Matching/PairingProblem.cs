using Weave.Members;

namespace Weave.Matching;

/// <summary>What the participants of a match round are put together from.</summary>
internal sealed record PairingProblem
{
    /// <summary>Those who said yes, each once.</summary>
    public required IReadOnlyList<Candidate> Participants { get; init; }

    public MatchingRules Rules { get; init; } = MatchingRules.Default;

    /// <summary>Who has met, or was put together, before: from rounds, rooms and anywhere.</summary>
    public IReadOnlyList<Acquaintance> History { get; init; } = [];

    /// <summary>What participants have privately decided about each other.</summary>
    public IReadOnlyList<StanceTowards> Stances { get; init; } = [];

    /// <summary>What earlier rounds owe to somebody, from 0 to 1: see <see cref="Fairness"/>.</summary>
    public IReadOnlyDictionary<Guid, double> Owed { get; init; } = new Dictionary<Guid, double>();

    /// <summary>How long ago people met, and what time it is where, depends on it.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>How many are put together. Pairs are the best there are; larger groups come from the planner of tables.</summary>
    public int GroupSize { get; init; } = 2;

    /// <summary>What becomes of the odd one among pairs: what comes first is tried first, and who finds no place so stays alone.</summary>
    public IReadOnlyList<OddOne> OddOne { get; init; } = [Matching.OddOne.Trio];

    /// <summary>What comes first for some, in place of what the community puts first.</summary>
    public IReadOnlyDictionary<Guid, OddOne> Wishes { get; init; } = new Dictionary<Guid, OddOne>();

    /// <summary>Organizers who do not take part, but would meet an odd one.</summary>
    public IReadOnlyList<Candidate> Hosts { get; init; } = [];

    /// <summary>Decides between what is equally good: the same seed gives the same pairing.</summary>
    public int Seed { get; init; }
}
