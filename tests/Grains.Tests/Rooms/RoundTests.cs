using Weave.Members;
using Xunit;

namespace Weave.Rooms;

public sealed class RoundTests(TestSilo silo)
{
    [Fact]
    public async Task A_round_seats_everybody_present_until_its_deadline()
    {
        var room = await NewRoom.In(silo);
        var gone = (await room.Arrive(6))[5];
        await room.Grain.Leave(gone);

        var round = await room.Start();

        Assert.Equal((RoomPhase.Round, 1, 1), (round.Phase, round.Round, round.Step));
        Assert.Equal(round.Now + NewRoom.Plan.RoundLength, round.Deadline);
        Assert.Equal([0, 1, 2, 3, 4, 5], round.Tables.SelectMany(table => table).Order());
        Assert.Equal([3, 3], round.Tables.Select(table => table.Count));
    }

    [Fact]
    public async Task One_alone_cannot_start()
    {
        var room = await NewRoom.In(silo);
        await Expect.Refused(Refusal.TooFewPresent, () => room.Grain.StartRound(room.Organizer, 0));
    }

    [Fact]
    public async Task Only_organizers_move_the_room_on()
    {
        var room = await NewRoom.In(silo);
        var anna = await room.Arrive();

        await Expect.Refused(Refusal.NotAnOrganizer, () => room.Grain.StartRound(anna, 0));
        await Expect.Refused(Refusal.NotAnOrganizer, () => room.Grain.Close(anna, 0));
        await room.Start();
        await Expect.Refused(Refusal.NotAnOrganizer, () => room.Grain.EndRound(anna, 1));
        await Expect.Refused(Refusal.NotAnOrganizer, () => room.Grain.ExtendRound(anna, 1, TimeSpan.FromMinutes(1)));
        Assert.Equal(1, (await room.Look()).Step);
    }

    [Fact]
    public async Task Two_organizers_pressing_at_once_move_one_step()
    {
        var room = await NewRoom.In(silo);
        var other = await room.Arrive();
        await room.Community.Appoint(other, appoint: true, room.Organizer);

        Assert.Equal(1, await Refusals(step => room.Grain.StartRound(room.Organizer, step), step => room.Grain.StartRound(other, step)));
        Assert.Equal((RoomPhase.Round, 1, 1), await Standing());
        Assert.Equal(1, await Refusals(step => room.Grain.EndRound(room.Organizer, step), step => room.Grain.EndRound(other, step)));
        Assert.Equal((RoomPhase.Break, 2, 1), await Standing());
        Assert.Equal(1, await Refusals(step => room.Grain.StartRound(room.Organizer, step), step => room.Grain.Close(other, step)));

        async Task<(RoomPhase, int, int)> Standing() => await room.Look() is var now ? (now.Phase, now.Step, now.Round) : default;

        async Task<int> Refusals(params Func<int, Task>[] commands)
        {
            var step = (await room.Look()).Step;
            var refusals = await Task.WhenAll(commands.Select(async command =>
                (await Record.ExceptionAsync(() => command(step)) as Refused)?.Reason));
            Assert.All(refusals.OfType<Refusal>(), reason => Assert.Equal(Refusal.AlreadyDone, reason));
            return refusals.Count(reason => reason is not null);
        }
    }

    [Fact]
    public async Task A_round_is_extended_within_limits()
    {
        var room = await NewRoom.In(silo);
        await room.Arrive();
        await Expect.Refused(Refusal.AlreadyDone, () => room.Grain.ExtendRound(room.Organizer, 0, TimeSpan.FromMinutes(1)));
        var round = await room.Start();

        await Expect.Refused(Refusal.OutOfRange, () => room.Grain.ExtendRound(room.Organizer, 1, TimeSpan.FromSeconds(9)));
        await Expect.Refused(Refusal.OutOfRange, () => room.Grain.ExtendRound(room.Organizer, 1, TimeSpan.FromMinutes(31)));
        await Expect.Refused(Refusal.AlreadyDone, () => room.Grain.ExtendRound(room.Organizer, 0, TimeSpan.FromMinutes(1)));
        await room.Grain.ExtendRound(room.Organizer, 1, TimeSpan.FromMinutes(1));

        Assert.Equal(round.Deadline!.Value.AddMinutes(1), (await room.Look()).Deadline);
    }

    [Fact]
    public async Task A_late_joiner_is_seated_at_the_smallest_table()
    {
        var room = await NewRoom.In(silo);
        await room.Arrive(6);
        var round = await room.Start();
        var smallest = round.Tables.TakeWhile(table => table.Count != 2).Count();
        Assert.Equal([2, 2, 3], round.Tables.Select(table => table.Count).Order());

        var late = await room.Member("Late");
        var snapshot = await room.Grain.Join(late, "tab", "host");

        Assert.Equal([.. round.Tables[smallest], 7], snapshot.Tables[smallest]);
        Assert.Equal(snapshot.Tables, (await room.Grain.Join(late, "other", "host")).Tables);
    }

    [Fact]
    public async Task Who_leaves_frees_the_seat_and_gets_the_next_free_one_on_coming_back()
    {
        var room = await NewRoom.In(silo);
        var anna = (await room.Arrive(5))[0];
        await room.Start();

        await room.Grain.Leave(anna);
        Assert.DoesNotContain(1, (await room.Look()).Tables.SelectMany(table => table));

        Assert.Contains(1, (await room.Grain.Join(anna, "tab", "host")).Tables.SelectMany(table => table));
        Assert.Equal([3, 3], (await room.Look()).Tables.Select(table => table.Count));
    }

    [Fact]
    public async Task Twelve_people_meet_new_ones_in_three_rounds_of_tables_of_three()
    {
        var room = await NewRoom.In(silo);
        var members = await room.Arrive(11);
        var met = new List<(int, int)>();
        for (var round = 0; round < 3; round++)
        {
            var tables = (await room.Start()).Tables;
            Assert.All(tables, table => Assert.Equal(3, table.Count));
            met.AddRange(tables.SelectMany(table => table.SelectMany(a => table.Where(b => a < b).Select(b => (a, b)))));
            await room.End();
        }

        Assert.Equal(36, met.Distinct().Count());
        Assert.Equal(6, (await room.Grain.Page(members[0])).Met.Count);
        Assert.All(await silo.Grains.GetGrain<IAcquaintancesGrain>(0).Of(members[0], 100), meeting => Assert.Equal(1, meeting.Times));
        Assert.Equal(6, (await silo.Grains.GetGrain<IAcquaintancesGrain>(0).Of(members[0], 100)).Count);
    }

    [Fact]
    public async Task People_who_know_each_other_from_elsewhere_are_seated_apart()
    {
        var room = await NewRoom.In(silo, NewRoom.Plan with { TableSize = 2 });
        var members = await room.Arrive(3);
        await silo.Grains.GetGrain<IAcquaintancesGrain>(0).Record([room.Organizer, members[0]], $"match:{Guid.NewGuid():N}", silo.Clock.GetUtcNow());
        await silo.Grains.GetGrain<IAcquaintancesGrain>(0).Record([room.Organizer, members[1]], $"match:{Guid.NewGuid():N}", silo.Clock.GetUtcNow());

        Assert.Contains((await room.Start()).Tables, table => table is [0, 3]);
    }

    [Fact]
    public async Task Closing_in_mid_round_counts_as_having_met()
    {
        var room = await NewRoom.In(silo);
        var anna = await room.Arrive();
        await room.Start();

        await room.Grain.Close(room.Organizer, 1);

        Assert.Equal(room.Organizer, Assert.Single(await silo.Grains.GetGrain<IAcquaintancesGrain>(0).Of(anna, 10)).B);
        Assert.Equal("Olga", Assert.Single((await room.Grain.Page(anna)).Met).Name);
    }

    [Fact]
    public async Task Who_leaves_at_once_has_not_met_the_table()
    {
        var room = await NewRoom.In(silo);
        var members = await room.Arrive(2);
        await room.Start();

        await room.Grain.Leave(members[0]);
        await room.End();

        Assert.Empty(await silo.Grains.GetGrain<IAcquaintancesGrain>(0).Of(members[0], 10));
        Assert.Single(await silo.Grains.GetGrain<IAcquaintancesGrain>(0).Of(members[1], 10));
    }
}
