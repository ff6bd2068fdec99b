using Orleans.Concurrency;

namespace Weave.Rooms;

/// <summary>A web host that shows a room to the browsers connected to it: one observer a host and room.</summary>
[Alias("roomObserver")]
public interface IRoomObserver : IGrainObserver
{
    [Alias("on"), OneWay]
    Task On(IReadOnlyList<RoomEvents> batches);
}
