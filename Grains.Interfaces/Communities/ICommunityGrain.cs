using Orleans.Concurrency;
using Weave.Matching;
using Weave.Rooms;

namespace Weave.Communities;

/// <summary>
/// One community: settings, organizers, roster, its match rounds and rooms. Key: the slug (see <see cref="Slug"/>). Every method but
/// <see cref="Found"/> refuses with <see cref="Refusal.NotFound"/> when there is no such community. Reads interleave: rounds and rooms ask back while
/// the community opens them.
/// </summary>
[Alias("communityGrain")]
public interface ICommunityGrain : IGrainWithStringKey
{
    /// <summary>Makes the community with <paramref name="founder"/> as its organizer. Refuses with Taken when the slug is in use by somebody else's;
    /// harmless when the founder repeats it.</summary>
    [Alias("found")]
    Task Found(CommunitySettings settings, Guid founder);

    /// <summary>The community as <paramref name="viewer"/> sees it; null stands for somebody who is not signed in.</summary>
    [Alias("get"), AlwaysInterleave]
    Task<Community> Get(Guid? viewer);

    [Alias("status"), AlwaysInterleave]
    Task<MembershipStatus> Status(Guid member);

    [Alias("change")]
    Task Change(CommunitySettings settings, Guid by);

    /// <summary>Joins, or asks to; returns where the member stands afterwards. Harmless when repeated.</summary>
    [Alias("join")]
    Task<MembershipStatus> Join(Guid member);

    /// <summary>Leaves; harmless when repeated. Refuses with LastOrganizer.</summary>
    [Alias("leave")]
    Task Leave(Guid member);

    /// <summary>Lets a waiting person in, or with <paramref name="accept"/> false turns them down.</summary>
    [Alias("decide")]
    Task Decide(Guid member, bool accept, Guid by);

    /// <summary>Makes a member an organizer, or with <paramref name="appoint"/> false a plain member again.</summary>
    [Alias("appoint")]
    Task Appoint(Guid member, bool appoint, Guid by);

    /// <summary>Those who wait first, then organizers, then members, each by date. For organizers.</summary>
    [Alias("roster"), AlwaysInterleave]
    Task<Page<RosterEntry>> Roster(Guid by, int skip, int take);

    /// <summary>Makes a room and returns its id. For organizers.</summary>
    [Alias("openRoom")]
    Task<Guid> OpenRoom(RoomPlan plan, Guid by);

    /// <summary>Begins a series of rooms with this one, and returns its id. For organizers.</summary>
    [Alias("openSeries")]
    Task<Guid> OpenSeries(RoomPlan plan, RoomEvery every, Guid by);

    /// <summary>50 rooms: those that are on or ahead, the first to begin first; as far as there is space for more, those that are over, the last one first. For members.</summary>
    [Alias("rooms"), AlwaysInterleave]
    Task<IReadOnlyList<RoomListing>> Rooms(Guid viewer);

    /// <summary>Called by a room when its phase changes, so that lists show it.</summary>
    [Alias("roomChanged"), AlwaysInterleave]
    Task RoomChanged(RoomListing room);

    /// <summary>Called by a room that was called off: lists show it no more.</summary>
    [Alias("roomCancelled"), AlwaysInterleave]
    Task RoomCancelled(Guid room);

    /// <summary>Opens the next match round and returns its id. For organizers. Refuses with RoundOpen while one takes answers.</summary>
    [Alias("openMatchRound")]
    Task<MatchRoundId> OpenMatchRound(MatchRoundPlan plan, Guid by);
}
