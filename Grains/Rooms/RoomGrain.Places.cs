using Weave.Communities;
using Weave.Members;

namespace Weave.Rooms;

/// <summary>Who will come.</summary>
internal sealed partial class RoomGrain
{
    /// <summary>As many faces as a page shows.</summary>
    private const int MostShown = 60;

    private PlaceTable PlaceTable => new(database, Id);

    public async Task<WhoComes> Register(Guid member)
    {
        var leads = await RequireMember(member) == MembershipStatus.Organizer || _room.IsAppointed(member);
        await Commit(new(_room.Register(member, Now, leads), []));
        // Who comes once is asked again, until they say that they would rather not be.
        if (_room.State.Series is { } series)
            await GrainFactory.GetGrain<IRoomSeriesGrain>(series).Subscribe(member, wants: true);
        return await Coming(member);
    }

    public async Task<WhoComes> Unregister(Guid member)
    {
        _ = _room.Plan;
        await Commit(new(_room.Unregister(member), []));
        return await See(member, leads: false, []);
    }

    public async Task<WhoComes> Coming(Guid viewer)
    {
        var status = await RequireMember(viewer);
        var apart = await GrainFactory.GetGrain<IStancesGrain>(0).BlockedWith(viewer);
        var leads = status == MembershipStatus.Organizer || _room.IsAppointed(viewer);
        var seen = await See(viewer, leads, [.. Expected().Where(member => !apart.Contains(member)).Take(MostShown)]);
        return status == MembershipStatus.Organizer ? seen with { Line = await Cards(_room.Places.Where(place => !place.Has).Select(place => place.Member).Take(MostShown)) } : seen;
    }

    public async Task<IReadOnlyList<MemberCard>> Absent(Guid by)
    {
        await RequireOrganizer(by);
        return Now < _room.Plan.StartsAt ? [] : await Cards(_room.Places.Where(place => place.Has && _room.Find(place.Member) is null).Select(place => place.Member));
    }

    /// <summary>Those with a place, but for those it is kept for no longer.</summary>
    private IEnumerable<Guid> Expected() => _room.Places.Select(place => place.Member).Where(member => _room.PlaceOf(member, Now) == RoomPlace.Coming);

    private async Task<WhoComes> See(Guid viewer, bool leads, IReadOnlyList<Guid> people)
    {
        var waiting = _room.Places.Where(place => !place.Has).Select(place => place.Member).ToList();
        return new()
        {
            Mine = _room.PlaceOf(viewer, Now, leads),
            Position = waiting.IndexOf(viewer) + 1,
            Coming = Expected().Count(),
            Waiting = waiting.Count,
            People = await Cards(people),
        };
    }

    private async Task<IReadOnlyList<MemberCard>> Cards(IEnumerable<Guid> people) => [.. (await Task.WhenAll(people.Select(Card))).OfType<MemberCard>()];

    private async Task<MemberCard?> Card(Guid member)
    {
        try
        {
            return await GrainFactory.GetGrain<IMemberGrain>(member).Card();
        }
        catch (Refused refused) when (refused.Reason == Refusal.NotFound)
        {
            // They have gone since.
            return null;
        }
    }

    private async Task<MembershipStatus> RequireMember(Guid member)
    {
        _ = _room.Plan;
        return await Community.Status(member) switch
        {
            MembershipStatus.Waiting => throw new Refused(Refusal.AwaitingApproval),
            < MembershipStatus.Member => throw new Refused(Refusal.NotAMember),
            var status => status,
        };
    }
}
