using System.Collections.Immutable;
using Weave.Members;

namespace Weave.Rooms;

/// <summary>How the people of a room stand to each other from elsewhere. Asked for when somebody is to be seated, and never kept: a stance is private.</summary>
internal sealed class Ties(IGrainFactory grains)
{
    /// <summary>Who has met whom, in whatever room or round, by their numbers, the smaller first.</summary>
    public async Task<IReadOnlySet<(int, int)>> Acquainted(IReadOnlyList<int> people, ImmutableArray<Guest> guests)
    {
        var numbers = people.ToDictionary(number => guests[number].Member);
        return Pairs(numbers, (await grains.GetGrain<IAcquaintancesGrain>(0).Among([.. numbers.Keys])).Select(met => (met.A, met.B)));
    }

    /// <summary>Who must not sit with whom, by their numbers, the smaller first.</summary>
    public async Task<IReadOnlySet<(int, int)>> Apart(IReadOnlyList<int> people, ImmutableArray<Guest> guests)
    {
        var numbers = people.ToDictionary(number => guests[number].Member);
        return Pairs(numbers, await KeptApart([.. numbers.Keys]));
    }

    /// <summary>With whom of those seated somebody who comes now must not sit, by their numbers.</summary>
    public async Task<IReadOnlySet<int>> Apart(Guid member, IEnumerable<int> seated, ImmutableArray<Guest> guests)
    {
        var numbers = seated.ToDictionary(number => guests[number].Member);
        if (numbers.Count == 0)
            return ImmutableHashSet<int>.Empty;
        var apart = await KeptApart([member, .. numbers.Keys.Where(other => other != member)]);
        return apart.Where(pair => pair.A == member || pair.B == member).Select(pair => pair.A == member ? pair.B : pair.A).Select(other => numbers[other]).ToHashSet();
    }

    /// <summary>Who must see nothing of somebody, nor be seen by them, by their numbers: one has blocked the other.</summary>
    public async Task<IReadOnlySet<int>> Blocked(Guid member, ImmutableArray<Guest> guests)
    {
        var blocked = await grains.GetGrain<IStancesGrain>(0).BlockedWith(member);
        return blocked.Count == 0 ? ImmutableHashSet<int>.Empty : guests.Where(guest => blocked.Contains(guest.Member)).Select(guest => guest.Number).ToHashSet();
    }

    private async Task<IEnumerable<(Guid A, Guid B)>> KeptApart(IReadOnlyList<Guid> members) =>
        (await grains.GetGrain<IStancesGrain>(0).Among(members)).Where(stance => stance.KeepsApart).Select(stance => (stance.Member, stance.Other));

    private static HashSet<(int, int)> Pairs(Dictionary<Guid, int> numbers, IEnumerable<(Guid A, Guid B)> pairs) =>
        [.. pairs.Select(pair => (A: numbers[pair.A], B: numbers[pair.B])).Select(pair => (Math.Min(pair.A, pair.B), Math.Max(pair.A, pair.B)))];
}
