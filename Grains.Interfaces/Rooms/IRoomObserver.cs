using Orleans.Concurrency;

namespace Weave.Rooms;

/// <summary>A web host that shows a room to the browsers connected to it: one observer a host and room.</summary>
[Alias("roomObserver")]
public interface IRoomObserver : IGrainObserver
{
    /// <summary>What happened in one turn of the room, a batch a topic. The room does not wait; a call that is lost shows as a gap in a topic's versions.</summary>
    [Alias("on"), OneWay]
    Task On(IReadOnlyList<RoomEvents> batches);
}
