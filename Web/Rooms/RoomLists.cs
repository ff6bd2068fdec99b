using Weave.Communities;
using Weave.Members;

namespace Weave.Rooms;

/// <summary>The rooms a member may go to.</summary>
internal static class RoomLists
{
    /// <summary>The rooms of all the member's communities, each with its community's name, in no particular order.</summary>
    public static async Task<IEnumerable<(RoomListing Room, string Community)>> Of(Guid member, IGrainFactory grains)
    {
        var mine = (await grains.GetGrain<IMemberGrain>(member).Communities()).Where(c => c.Status >= MembershipStatus.Member);
        var lists = await Task.WhenAll(mine.Select(async c =>
            (await grains.GetGrain<ICommunityGrain>(c.Slug).Rooms(member)).Select(room => (room, c.Name))));
        return lists.SelectMany(list => list);
    }
}
