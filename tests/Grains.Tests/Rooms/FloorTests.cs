using Xunit;

namespace Weave.Rooms;

/// <summary>These move the clock, so each has a silo to itself.</summary>
public sealed class FloorTests : IAsyncLifetime
{
    private static readonly RoomPlan Plan = NewRoom.Plan with { FloorTime = TimeSpan.FromMinutes(20) };
    private readonly TestSilo _silo = new();

    public ValueTask InitializeAsync() => _silo.InitializeAsync();

    public ValueTask DisposeAsync() => _silo.DisposeAsync();

    [Fact]
    public async Task The_first_hand_takes_the_floor_and_the_next_ones_follow_in_order()
    {
        var (room, people) = await Open();
        foreach (var who in new[] { 2, 0, 3 })
            await room.Grain.RaiseHand(people[who], up: true);
        await room.Grain.RaiseHand(people[2], up: true);
        Assert.Equal([2, 0, 3], (await room.Look()).Stage);

        await room.Grain.RaiseHand(people[0], up: false);
        var step = (await room.Look()).Step;
        await Expect.Refused(Refusal.NotAnOrganizer, () => room.Grain.NextSpeaker(people[3], step));
        await room.Grain.NextSpeaker(people[2], step);
        await Expect.Refused(Refusal.AlreadyDone, () => room.Grain.NextSpeaker(room.Organizer, step));
        Assert.Equal([3], (await room.Look()).Stage);

        await room.Grain.RaiseHand(people[3], up: false);
        Assert.Empty((await room.Look()).Stage);
        step = (await room.Look()).Step;
        await Expect.Refused(Refusal.AlreadyDone, () => room.Grain.NextSpeaker(room.Organizer, step));
    }

    [Fact]
    public async Task Who_leaves_gives_the_floor_to_the_next_hand()
    {
        var (room, people) = await Open();
        foreach (var who in new[] { 1, 2, 3 })
            await room.Grain.RaiseHand(people[who], up: true);
        await room.Grain.Leave(people[2]);
        Assert.Equal([1, 3], (await room.Look()).Stage);
        await room.Grain.Leave(people[1]);
        Assert.Equal([3], (await room.Look()).Stage);
    }

    [Fact]
    public async Task The_floor_is_open_as_long_as_planned_also_after_a_restart_and_can_be_made_longer()
    {
        var (room, people) = await Open();
        await room.Grain.RaiseHand(people[1], up: true);
        await room.Grain.ExtendRound(room.Organizer, (await room.Look()).Step, TimeSpan.FromMinutes(1));
        var open = await room.Look();
        Assert.Equal(open.Now + TimeSpan.FromMinutes(21), open.Deadline);

        await _silo.Restart();

        Assert.Equal((RoomPhase.OpenFloor, open.Deadline), await room.Look() is var after ? (after.Phase, after.Deadline) : default);
        Assert.Equal([1], (await room.Look()).Stage);
        await _silo.Until(async () => (await room.Look()).Phase == RoomPhase.Break);
        Assert.Empty((await room.Look()).Stage);
        Assert.True((await room.Look()).FloorHeld);
    }

    [Fact]
    public async Task The_floor_is_opened_by_organizers_after_a_round_where_it_is_planned()
    {
        var room = await NewRoom.In(_silo, Plan);
        var anna = await room.Arrive();
        await Expect.Refused(Refusal.AlreadyDone, () => room.Grain.OpenFloor(room.Organizer, 0));
        await room.Start();
        await room.End();
        Assert.False((await room.Look()).FloorHeld);
        await Expect.Refused(Refusal.NotAnOrganizer, () => room.Grain.OpenFloor(anna, 2));
        await Expect.Refused(Refusal.AlreadyDone, () => room.Grain.OpenFloor(room.Organizer, 1));
        await Expect.Refused(Refusal.AlreadyDone, () => room.Grain.RaiseHand(anna, up: true));
        await room.Grain.OpenFloor(room.Organizer, 2);
        await Expect.Refused(Refusal.NotInTheRoom, () => room.Grain.RaiseHand(Guid.CreateVersion7(), up: true));

        var without = await NewRoom.In(_silo);
        await without.Arrive();
        await without.Start();
        await without.End();
        await Expect.Refused(Refusal.AlreadyDone, () => without.Grain.OpenFloor(without.Organizer, 2));
        var tooShort = await Assert.ThrowsAsync<Refused>(() => NewRoom.In(_silo, NewRoom.Plan with { FloorTime = TimeSpan.FromMinutes(4) }));
        Assert.Equal((Refusal.OutOfRange, "FloorTime"), (tooShort.Reason, tooShort.Field));
    }

    private async Task<(NewRoom Room, Guid[] People)> Open()
    {
        var room = await NewRoom.In(_silo, Plan);
        Guid[] people = [room.Organizer, .. await room.Arrive(3)];
        await room.Start();
        await room.End();
        await room.Grain.OpenFloor(room.Organizer, 2);
        return (room, people);
    }
}
