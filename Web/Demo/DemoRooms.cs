using Weave.Communities;
using Weave.Rooms;

namespace Weave.Demo;

/// <summary>Sends the simulated members into every room that is opened in their community.</summary>
internal sealed partial class DemoRooms(IGrainFactory grains, ILogger<DemoRooms> logger)
{
    private const int PlacesLeftFree = 2;
    private readonly Dictionary<Guid, DemoVisit[]> _visits = [];

    public async Task Step(DemoCast cast, DateTimeOffset now)
    {
        var rooms = await grains.GetGrain<ICommunityGrain>(DemoCast.Slug).Rooms(cast.Organizer);
        foreach (var room in rooms)
        {
            if (room.Phase == RoomPhase.Closed)
                _visits.Remove(room.Id);
            else
                await Task.WhenAll(VisitsOf(room, cast, now).Select(visit => Step(visit, room, now)));
        }
    }

    /// <summary>As many of them as leave room for real people.</summary>
    private DemoVisit[] VisitsOf(RoomListing room, DemoCast cast, DateTimeOffset now)
    {
        if (_visits.TryGetValue(room.Id, out var known))
            return known;
        var grain = grains.GetGrain<IRoomGrain>(room.Id);
        var some = cast.Members.Take(Math.Max(room.Capacity - PlacesLeftFree, 1));
        return _visits[room.Id] = [.. some.Select((member, i) => new DemoVisit(grain, member.Id, member.Person, i, now))];
    }

    private async Task Step(DemoVisit visit, RoomListing room, DateTimeOffset now)
    {
        try
        {
            await visit.Step(room, now);
        }
        catch (Refused refused)
        {
            // The round ended a moment ago, or the room is full: as with real people.
            LogRefused(logger, refused.Reason);
        }
    }

    [LoggerMessage(LogLevel.Debug, "A simulated member was refused: {Reason}")]
    private static partial void LogRefused(ILogger logger, Refusal reason);
}
