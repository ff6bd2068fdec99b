using Weave.Rooms;
using Xunit;

namespace Weave.Communities;

/// <summary>Which rooms a community's list has when there are more than it shows.</summary>
public sealed class RoomListTests(TestSilo silo)
{
    [Fact]
    public async Task Rooms_that_are_on_or_ahead_come_first_and_past_ones_by_their_beginning_however_late_they_were_made()
    {
        var founder = Guid.CreateVersion7();
        var community = silo.Grains.GetGrain<ICommunityGrain>(NewCommunity.Slug());
        await community.Found(NewCommunity.Named("Founders"), founder);
        var now = silo.Clock.GetUtcNow();
        var (far, near, on) = (Room("Far", now.AddDays(200), RoomPhase.Lobby), Room("Near", now.AddDays(2), RoomPhase.Lobby), Room("On", now.AddHours(-1), RoomPhase.Round));
        // Made long ago, before all others.
        foreach (var room in new[] { far, near, on })
            await community.RoomChanged(room);
        var past = Enumerable.Range(1, 60).Select(days => Room($"Past {days}", now.AddDays(-days), RoomPhase.Closed)).ToList();
        foreach (var room in past)
            await community.RoomChanged(room);

        Assert.Equal([on, near, far, .. past.Take(47)], await community.Rooms(founder));
    }

    private static RoomListing Room(string title, DateTimeOffset startsAt, RoomPhase phase) => new(Guid.CreateVersion7(), title, startsAt, phase, 3, 30);
}
