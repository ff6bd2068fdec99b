using Weave.Rooms;

namespace Weave.Communities;

/// <summary>What follows when somebody leaves. On the agenda before they are gone, so that it is done though the process dies in between.</summary>
internal sealed partial class CommunityGrain
{
    private LeavingTable Leaving => new(database, Slug);

    public async Task Leave(Guid member)
    {
        _ = Settings;
        var from = await People.Status(member);
        if (from >= MembershipStatus.Member)
            await Agenda.Put(this.GetGrainId(), $"left:{member:N}", time.GetUtcNow());
        if (from != MembershipStatus.None && !await People.Move(member, from, MembershipStatus.None) && from == MembershipStatus.Organizer)
            throw new Refused(Refusal.LastOrganizer);
    }

    /// <summary>Whom they are in conversation with is told, and given somebody else; their places in rooms to come go to others, and no series asks them any more.</summary>
    private async Task AfterLeaving(Guid member)
    {
        // They may have been the last organizer, or be back already.
        if (await People.Status(member) >= MembershipStatus.Member)
            return;
        if (state.State.LatestRound > 0)
            await Round(state.State.LatestRound).Gone(member);
        foreach (var room in await Leaving.RoomsAhead(member))
            await GrainFactory.GetGrain<IRoomGrain>(room).Unregister(member);
        foreach (var series in (await Leaving.Series(member)).Select(id => GrainFactory.GetGrain<IRoomSeriesGrain>(id)))
        {
            if ((await series.Get(viewer: null)).Community == Slug)
                await series.Subscribe(member, wants: false);
        }
    }
}
