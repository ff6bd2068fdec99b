using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;
using Xunit;

namespace Weave.Rooms;

public sealed class OlderRoomTests(TestSilo silo)
{
    [Fact]
    public void A_room_stored_before_there_were_introductions_or_organizers_powers_loads_and_goes_on()
    {
        var older = new OlderState { Plan = new OlderPlan { Title = "Founders", StartsAt = NewRoom.Plan.StartsAt }, Community = "founders" };
        var bytes = silo.Services.GetRequiredService<Serializer<OlderState>>().SerializeToArray(older);

        var state = silo.Services.GetRequiredService<Serializer<RoomState>>().Deserialize(bytes);

        Assert.Equal("Founders", state?.Plan?.Title);
        Assert.Null(state!.Plan!.SpeakerTime);
        Assert.Equal((null, false, false, false), (state.Plan.FloorTime, state.Plan.Icebreakers.IsDefault, state.Turned.IsDefault, state.Calls.IsDefault));
        Assert.Equal((false, false, false), (state.Stage.IsDefault, state.Introduced.IsDefault, state.Arranged.IsDefault));
        Assert.Equal((false, false, false, false), (state.House.Appointed.IsDefault, state.House.TakenOut.IsDefault, state.House.Muted.IsDefault, state.House.Asking.IsDefault));
        Assert.Null(state.Pause);
        Assert.True(new Room(state, []).Lock(true).Room.State.House.Locked);
        Assert.Equal(RoomPhase.Closed, new Room(state, []).Close(0, NewRoom.Plan.StartsAt).Room.State.Phase);
    }
}

[GenerateSerializer, Immutable, Alias("olderRoomState")]
internal sealed record OlderState
{
    [Id(0)] public OlderPlan? Plan { get; init; }
    [Id(1)] public string Community { get; init; } = "";
}

[GenerateSerializer, Immutable, Alias("olderRoomPlan")]
internal sealed record OlderPlan
{
    [Id(0)] public required string Title { get; init; }
    [Id(1)] public required DateTimeOffset StartsAt { get; init; }
}
