namespace Weave.Matching;

/// <summary>A pairing that waits to be sent, and what may be done to it by hand. Pure.</summary>
internal sealed record Draft(IReadOnlyList<PlannedMatch> Matches, IReadOnlyList<Guid> LeftOut)
{
    /// <summary>So many people are put together in the best way there is, trio included.</summary>
    private const int MatchesOpened = 5;

    /// <summary>How many are in it.</summary>
    public int People => Matches.Sum(match => match.Members.Count) + LeftOut.Count;

    /// <summary>The match somebody is in, else themselves alone.</summary>
    public IReadOnlyList<Guid> GroupOf(Guid member) =>
        Matches.FirstOrDefault(match => match.Members.Contains(member))?.Members ?? (LeftOut.Contains(member) ? [member] : throw new Refused(Refusal.NotFound));

    /// <summary>Whether somebody is in it, with or without a partner.</summary>
    public bool Holds(Guid member) => LeftOut.Contains(member) || Matches.Any(match => match.Members.Contains(member));

    /// <summary>The two groups that result when two people change places.</summary>
    public (IReadOnlyList<Guid> First, IReadOnlyList<Guid> Second) Swapped(Guid one, Guid other)
    {
        var (first, second) = (GroupOf(one), GroupOf(other));
        if (first.Contains(other))
            throw new Refused(Refusal.Invalid);
        return ([.. first.Select(member => member == one ? other : member)], [.. second.Select(member => member == other ? one : member)]);
    }

    /// <summary>The draft with some groups in place of those their people were in.</summary>
    public Draft With(IReadOnlyCollection<PlannedMatch> matches, IReadOnlyCollection<Guid> alone)
    {
        var moved = matches.SelectMany(match => match.Members).Concat(alone).ToHashSet();
        return new([.. Matches.Where(match => !match.Members.Any(moved.Contains)), .. matches], [.. LeftOut.Where(member => !moved.Contains(member)), .. alone]);
    }

    /// <summary>
    /// Who has to be put together anew when some are gone: partners who remain, those left out, and, when the number is odd, a few matches that open for a third.
    /// Empty when nobody is gone.
    /// </summary>
    public IReadOnlyList<Guid> Loose(IReadOnlySet<Guid> present)
    {
        var broken = Matches.Where(match => !match.Members.All(present.Contains)).ToList();
        List<Guid> loose = [.. broken.SelectMany(match => match.Members).Where(present.Contains)];
        if (broken.Count == 0)
            return [];
        loose.AddRange(LeftOut.Where(present.Contains));
        if (loose.Count % 2 == 1)
            loose.AddRange(Matches.Except(broken).Where(match => match.Members.Count == 2).Take(MatchesOpened).SelectMany(match => match.Members));
        return loose;
    }

    /// <summary>Without those who are gone.</summary>
    public Draft Without(IReadOnlySet<Guid> present) => new([.. Matches.Where(match => match.Members.All(present.Contains))], [.. LeftOut.Where(present.Contains)]);

    /// <summary>As it is stored; what was proven of it before it was changed no longer is.</summary>
    public RoundPairing ToPairing(PairingQuality? before, int groupSize) => new()
    {
        GroupSize = groupSize,
        Matches = Matches,
        LeftOut = LeftOut,
        Quality = (before ?? new()) with
        {
            Proof = PairingProof.None,
            Matches = Matches.Count,
            Trios = Matches.Count(match => match.Members.Count > groupSize),
            LeftOut = LeftOut.Count,
            Repeats = Matches.Sum(match => match.Reasons.Count(reason => reason.Repeat)),
            InCommon = Matches.Count(match => match.Reasons.Any(reason => reason.SaysSomething)),
            Mean = Matches.Count == 0 ? 0 : Matches.Average(match => match.Score),
        },
    };
}
