using System.Text.Json;
using Weave.Members;
using Xunit;

namespace Weave.Rooms;

/// <summary>People of whom one has blocked the other, in one room.</summary>
public sealed class HiddenTests(TestSilo silo)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Neither_sees_of_the_other_more_than_that_somebody_is_there()
    {
        var room = await NewRoom.In(silo);
        var (anna, boris, vera) = (await room.Arrive("Anna"), await room.Arrive("Boris"), await room.Arrive("Vera"));
        await silo.Grains.GetGrain<IStancesGrain>(0).Put(anna, boris, Stance.Blocked);

        var (annas, boriss, veras) = (await room.Grain.Snapshot(anna), await room.Grain.Snapshot(boris), await room.Grain.Snapshot(vera));

        var nobody = new Participant(2, Guid.Empty, "", "", "", null, [], "", "", Organizer: false, Presence.Here, Hidden: true);
        Assert.Equivalent(nobody, annas.Participants[2], strict: true);
        Assert.Equivalent(nobody with { Number = 1 }, boriss.Participants[1], strict: true);
        Assert.Equal(["", "Boris"], [annas.Participants[2].Name, veras.Participants[2].Name]);
        Assert.Equal(["Anna", "Vera"], [annas.Participants[1].Name, annas.Participants[3].Name]);
    }

    [Fact]
    public async Task Who_comes_in_later_is_told_to_the_other_without_a_name()
    {
        var room = await NewRoom.In(silo);
        var anna = await room.Arrive("Anna");
        var boris = await room.Member("Boris");
        await silo.Grains.GetGrain<IStancesGrain>(0).Put(boris, anna, Stance.Blocked);
        var browsers = await Browsers.Watch(silo, room.Grain);

        await room.Grain.Join(boris, null, null);

        var told = await browsers.Next(RoomTopic.Room).WaitAsync(Patience, TestContext.Current.CancellationToken);
        Assert.Equal([1], told.Blind());
        Assert.Equal("Boris", Assert.IsType<ParticipantJoined>(Assert.Single(told.Events)).Participant.Name);
        var annas = told.For(1);
        Assert.Equal((told.Version, ""), (annas.Version, Assert.IsType<ParticipantJoined>(Assert.Single(annas.Events)).Participant.Name));
        Assert.Same(told.Events[0], Assert.Single(told.For(0).Events));
        // Browsers do not learn who has blocked whom.
        Assert.DoesNotContain("blind", JsonSerializer.Serialize(told, JsonSerializerOptions.Web), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Neither_reads_what_the_other_asks_the_room()
    {
        var room = await NewRoom.In(silo);
        var (anna, boris, vera) = (await room.Arrive("Anna"), await room.Arrive("Boris"), await room.Arrive("Vera"));
        await silo.Grains.GetGrain<IStancesGrain>(0).Put(anna, boris, Stance.Blocked);
        var browsers = await Browsers.Watch(silo, room.Grain);

        await room.Grain.Ask(boris, "one", null, "Who needs a CFO?");

        var told = await browsers.Next(RoomTopic.Room).WaitAsync(Patience, TestContext.Current.CancellationToken);
        Assert.Empty(told.For(1).Events);
        Assert.Single(told.For(3).Events);
        Assert.Empty((await room.Grain.Snapshot(anna)).Questions);
        Assert.Single((await room.Grain.Snapshot(vera)).Questions);
    }

    [Fact]
    public async Task Who_leads_the_room_sees_a_name_and_nothing_else()
    {
        var room = await NewRoom.In(silo);
        var anna = await room.Arrive("Anna");
        await silo.Grains.GetGrain<IStancesGrain>(0).Put(anna, room.Organizer, Stance.Blocked);

        var seen = (await room.Look()).Participants[1];

        Assert.Equal(("Anna", Guid.Empty, true), (seen.Name, seen.Member, seen.Hidden));
        Assert.Equal("", (await room.Grain.Snapshot(anna)).Participants[0].Name);
    }
}
