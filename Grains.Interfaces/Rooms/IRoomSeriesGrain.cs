using Orleans.Concurrency;

namespace Weave.Rooms;

/// <summary>
/// Rooms that come again: when one begins, the next is opened with the same plan, and those who subscribe are asked. Key: the series' id. Talked to by its community, its rooms,
/// pages and the bot. All but <see cref="Start"/> refuses with <see cref="Refusal.NotFound"/> when there is no such series.
/// </summary>
[Alias("roomSeriesGrain")]
public interface IRoomSeriesGrain : IGrainWithGuidKey
{
    /// <summary>Opens the first room and returns its id; called by the community, harmless when repeated.</summary>
    [Alias("start")]
    Task<Guid> Start(RoomPlan plan, RoomEvery every, string community);

    /// <summary>The series as the viewer sees it; null stands for somebody who is not signed in.</summary>
    [Alias("get"), AlwaysInterleave]
    Task<RoomSeries> Get(Guid? viewer);

    /// <summary>Asks the member each time, or no more. Harmless when repeated. Only members are asked; anybody can put an end to it.</summary>
    [Alias("subscribe"), AlwaysInterleave]
    Task Subscribe(Guid member, bool wants);

    /// <summary>
    /// Changes all rooms to come, and the one that is planned, if nothing has begun in it: of that only what is changed of the series, so that it keeps what was planned for it
    /// alone. Refuses with what that room refuses. For organizers.
    /// </summary>
    [Alias("change")]
    Task Change(RoomPlan plan, RoomEvery every, Guid by);

    /// <summary>No room comes after the one that is planned. For organizers; harmless when repeated.</summary>
    [Alias("end")]
    Task End(Guid by);
}
