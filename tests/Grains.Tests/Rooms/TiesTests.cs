using Weave.Members;
using Xunit;

namespace Weave.Rooms;

/// <summary>What people are to each other outside of the room decides where they sit.</summary>
public sealed class TiesTests(TestSilo silo)
{
    [Theory]
    [InlineData(Stance.RatherNot)]
    [InlineData(Stance.Blocked)]
    public async Task Two_of_whom_one_does_not_want_to_meet_the_other_never_share_a_table(Stance stance)
    {
        var room = await NewRoom.In(silo);
        var members = await room.Arrive(5);
        await Stances.Put(members[3], members[0], stance);

        for (var round = 0; round < 5; round++)
        {
            Assert.DoesNotContain((await room.Start()).Tables, table => table.Contains(1) && table.Contains(4));
            await room.End();
        }
    }

    [Fact]
    public async Task A_late_joiner_is_seated_at_a_larger_table_when_somebody_at_the_smallest_does_not_want_to_meet_them()
    {
        var room = await NewRoom.In(silo);
        var members = await room.Arrive(4);
        var tables = (await room.Start()).Tables;
        var (smallest, largest) = (tables.MinBy(table => table.Count)!, tables.MaxBy(table => table.Count)!);
        Assert.Equal((2, 3), (smallest.Count, largest.Count));
        var late = await room.Member("Late");
        await Stances.Put(smallest[1] == 0 ? room.Organizer : members[smallest[1] - 1], late, Stance.RatherNot);

        await room.Grain.Join(late, "tab", "host");

        Assert.Contains((await room.Look()).Tables, table => table.SequenceEqual([.. largest, 5]));
    }

    [Fact]
    public async Task Who_would_gladly_meet_again_is_not_kept_apart()
    {
        var room = await NewRoom.In(silo, NewRoom.Plan with { TableSize = 2 });
        var anna = await room.Arrive();
        await Stances.Put(anna, room.Organizer, Stance.Again);

        Assert.Equal([0, 1], Assert.Single((await room.Start()).Tables));
    }

    [Fact]
    public async Task People_with_something_in_common_sit_together()
    {
        var room = await NewRoom.In(silo, NewRoom.Plan with { TableSize = 2, Rounds = 1 });
        await Arrive(room, new() { LooksFor = "Somebody to help me with marketing" });
        await Arrive(room, new() { Interests = ["Sailing", "Chess"] });
        await Arrive(room, new() { Offers = "I do marketing for startups" });
        await Arrive(room, new() { Interests = ["chess", "Jazz"] });
        await Arrive(room, new() { Interests = ["Gardens"] });

        var tables = (await room.Start()).Tables;

        Assert.Contains(tables, table => table.SequenceEqual([1, 3]));
        Assert.Contains(tables, table => table.SequenceEqual([2, 4]));
    }

    private IStancesGrain Stances => silo.Grains.GetGrain<IStancesGrain>(0);

    private async Task Arrive(NewRoom room, ProfileChange says)
    {
        var member = await room.Member();
        await silo.Grains.GetGrain<IMemberGrain>(member).Change(says);
        await room.Grain.Join(member, NewRoom.Tab(member), host: null);
    }
}
