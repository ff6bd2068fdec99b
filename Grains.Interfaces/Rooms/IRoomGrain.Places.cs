using Weave.Members;

namespace Weave.Rooms;

/// <summary>Saying ahead that one will come, and what organizers do with a room that is planned.</summary>
public partial interface IRoomGrain
{
    /// <summary>Makes the room as one of a series; called by it, harmless when repeated.</summary>
    [Alias("openInSeries")]
    Task OpenInSeries(RoomPlan plan, string community, Guid series);

    /// <summary>Takes a place, or the end of the line for one; also again, when the one they had has lapsed. Harmless when repeated. Refuses with NotAMember, AwaitingApproval, RoomClosed, and RoomFull when the line is too long.</summary>
    [Alias("register")]
    Task<WhoComes> Register(Guid member);

    /// <summary>Gives the place back; it goes to the next in line. Harmless when repeated.</summary>
    [Alias("unregister")]
    Task<WhoComes> Unregister(Guid member);

    /// <summary>Who will come. For members of the community.</summary>
    [Alias("coming")]
    Task<WhoComes> Coming(Guid viewer);

    /// <summary>Those who had a place and have not come, in the order they took it; nobody before the beginning. For organizers.</summary>
    [Alias("absent")]
    Task<IReadOnlyList<MemberCard>> Absent(Guid by);

    /// <summary>Tells all members of the community of the room, once. For organizers, while nothing has begun.</summary>
    [Alias("announce")]
    Task Announce(Guid by);

    /// <summary>Moves the beginning; those who wanted to come are told. For organizers, while nothing has begun.</summary>
    [Alias("reschedule")]
    Task Reschedule(Guid by, DateTimeOffset startsAt);

    /// <summary>Calls the room off; those who wanted to come are told. For organizers, while nothing has begun.</summary>
    [Alias("cancel")]
    Task Cancel(Guid by);
}
