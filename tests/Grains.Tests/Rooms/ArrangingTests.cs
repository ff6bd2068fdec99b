using Weave.Members;
using Xunit;

namespace Weave.Rooms;

/// <summary>Seats given by hand.</summary>
public sealed class ArrangingTests(TestSilo silo)
{
    [Fact]
    public async Task Somebody_is_brought_to_another_table_in_mid_round_and_talks_there()
    {
        var room = await NewRoom.In(silo);
        var people = await room.Arrive(5);
        var round = await room.Start();
        var from = round.Tables.TakeWhile(table => !table.Contains(1)).Count() + 1;
        var to = 3 - from;
        var browsers = await Browsers.Watch(silo, room.Grain);

        await room.Grain.MoveTo(room.Organizer, 1, 1, to);
        await room.Grain.MoveTo(room.Organizer, 1, 1, to);

        Assert.Equal(new ParticipantSeated(1, to), Assert.Single((await browsers.Next(RoomTopic.Room)).Events));
        await browsers.HearNothingElse(room);
        var after = (await room.Look()).Tables;
        Assert.Equal([2, 4], after.Select(table => table.Count).Order());
        Assert.Contains(1, after[to - 1]);
        await room.Grain.Say(people[0], "k", "Hello");
        await browsers.Next(RoomTopic.Table(1, to));
        await Expect.Refused(Refusal.OutOfRange, () => room.Grain.MoveTo(room.Organizer, 1, 1, 3), "table");
        await Expect.Refused(Refusal.AlreadyDone, () => room.Grain.MoveTo(room.Organizer, 0, 1, 1));
        await room.Grain.Leave(people[0]);
        await Expect.Refused(Refusal.NotInTheRoom, () => room.Grain.MoveTo(room.Organizer, 1, 1, from));
    }

    [Fact]
    public async Task Two_change_places_in_mid_round_by_one_command_that_may_come_twice()
    {
        var room = await NewRoom.In(silo);
        var people = await room.Arrive(5);
        var round = await room.Start();
        var (from, to) = (round.Tables.TakeWhile(table => !table.Contains(1)).Count() + 1, 1 + round.Tables.TakeWhile(table => table.Contains(1)).Count());
        var other = round.Tables[to - 1][0];
        var browsers = await Browsers.Watch(silo, room.Grain);

        await room.Grain.Swap(room.Organizer, 1, 1, other, to);
        await room.Grain.Swap(room.Organizer, 1, 1, other, to);

        Assert.Equal([new ParticipantSeated(1, to), new ParticipantSeated(other, from)], (await browsers.Next(RoomTopic.Room)).Events);
        await browsers.HearNothingElse(room);
        var after = (await room.Look()).Tables;
        Assert.Equal([3, 3], after.Select(table => table.Count));
        Assert.Equal((true, true), (after[to - 1].Contains(1), after[from - 1].Contains(other)));
        // Whom they mean is no longer where they saw them.
        await Expect.Refused(Refusal.AlreadyDone, () => room.Grain.Swap(room.Organizer, 1, 1, other, 3));
        await Expect.Refused(Refusal.AlreadyDone, () => room.Grain.Swap(room.Organizer, 0, 1, other, from));
        await room.Grain.Leave(people[0]);
        await Expect.Refused(Refusal.NotInTheRoom, () => room.Grain.Swap(room.Organizer, 1, 1, other, from));
    }

    [Fact]
    public async Task Who_is_kept_apart_is_not_brought_together_by_changing_places()
    {
        var room = await NewRoom.In(silo, NewRoom.Plan with { TableSize = 2 });
        var people = await room.Arrive(3);
        await silo.Grains.GetGrain<IStancesGrain>(0).Put(people[0], people[1], Stance.Blocked);
        var round = await room.Start();
        var of = round.Tables.TakeWhile(table => !table.Contains(2)).Count() + 1;
        var other = round.Tables[of - 1].Single(number => number != 2);

        await Expect.Refused(Refusal.NotTogether, () => room.Grain.Swap(room.Organizer, 1, 1, other, of));
    }

    [Fact]
    public async Task Who_is_kept_apart_is_not_brought_together_by_hand()
    {
        var room = await NewRoom.In(silo, NewRoom.Plan with { TableSize = 2 });
        var people = await room.Arrive(3);
        await silo.Grains.GetGrain<IStancesGrain>(0).Put(people[0], people[1], Stance.Blocked);
        var round = await room.Start();
        var of = round.Tables.TakeWhile(table => !table.Contains(2)).Count() + 1;

        await Expect.Refused(Refusal.NotTogether, () => room.Grain.MoveTo(room.Organizer, 1, 1, of));
        await room.End();
        await room.Grain.Arrange(room.Organizer, 2);
        var next = (await room.Grain.Desk(room.Organizer)).Next;
        of = next.TakeWhile(table => !table.Contains(2)).Count() + 1;
        await Expect.Refused(Refusal.NotTogether, () => room.Grain.Rearrange(room.Organizer, 2, 1, of, instead: null));
    }

    [Fact]
    public async Task The_next_round_is_seated_by_hand_and_starts_like_that()
    {
        var room = await NewRoom.In(silo);
        await room.Arrive(5);
        await Expect.Refused(Refusal.AlreadyDone, () => room.Grain.Rearrange(room.Organizer, 0, 1, 1, instead: null));
        await room.Grain.Arrange(room.Organizer, 0);
        var before = (await room.Grain.Desk(room.Organizer)).Next;
        Assert.Equal([3, 3], before.Select(table => table.Count));
        var (one, other) = (before[0][0], before[1][0]);

        await room.Grain.Rearrange(room.Organizer, 0, one, 0, instead: other);
        await room.Grain.Rearrange(room.Organizer, 0, before[0][1], 2, instead: null);
        var after = (await room.Grain.Desk(room.Organizer)).Next;

        Assert.Equal([2, 4], after.Select(table => table.Count));
        Assert.Contains(other, after[0]);
        Assert.Contains(one, after[1]);
        var round = await room.Start();
        Assert.Equal(after.Select(table => string.Join(',', table.Order())), round.Tables.Select(table => string.Join(',', table)));
        Assert.Empty((await room.Grain.Desk(room.Organizer)).Next);
    }

    [Fact]
    public async Task What_is_arranged_is_mended_for_those_who_come_and_go_and_nobody_sits_alone()
    {
        var room = await NewRoom.In(silo, NewRoom.Plan with { TableSize = 2 });
        var people = await room.Arrive(5);
        await room.Grain.Arrange(room.Organizer, 0);
        var arranged = (await room.Grain.Desk(room.Organizer)).Next;
        var table = arranged.First(numbers => !numbers.Contains(0));
        await room.Grain.Leave(people[table[0] - 1]);

        var round = await room.Start();

        Assert.Equal([2, 3], round.Tables.Select(numbers => numbers.Count).Order());
        Assert.Equal([0, 1, 2, 3, 4, 5], round.Tables.SelectMany(numbers => numbers).Append(table[0]).Order());
        await room.Grain.Arrange(room.Organizer, 1);
        await room.Grain.ForgetArrangement(room.Organizer, 1);
        Assert.Empty((await room.Grain.Desk(room.Organizer)).Next);
    }

    [Fact]
    public async Task Many_who_come_after_it_was_arranged_sit_at_tables_of_their_own()
    {
        var room = await NewRoom.In(silo, NewRoom.Plan with { TableSize = 3 });
        await room.Arrive(4);
        await room.Grain.Arrange(room.Organizer, 0);
        await room.Arrive(7);

        Assert.Equal([3, 3, 3, 3], (await room.Start()).Tables.Select(numbers => numbers.Count));
    }

    [Fact]
    public async Task Two_who_come_after_it_was_arranged_and_are_kept_apart_do_not_sit_alone()
    {
        var room = await NewRoom.In(silo, NewRoom.Plan with { TableSize = 3 });
        await room.Arrive(5);
        await room.Grain.Arrange(room.Organizer, 0);
        var late = await room.Arrive(2);
        await silo.Grains.GetGrain<IStancesGrain>(0).Put(late[0], late[1], Stance.Blocked);

        var tables = (await room.Start()).Tables;

        Assert.Equal([4, 4], tables.Select(numbers => numbers.Count));
        Assert.All(tables, numbers => Assert.False(numbers.Contains(6) && numbers.Contains(7)));
    }

    [Fact]
    public async Task Where_nothing_is_left_of_what_was_arranged_the_tables_are_planned()
    {
        var room = await NewRoom.In(silo, NewRoom.Plan with { TableSize = 2, Rounds = 2 });
        var people = await room.Arrive(3);
        var met = (await room.Start()).Tables;
        await room.End();
        await room.Grain.Arrange(room.Organizer, 2);
        var arranged = (await room.Grain.Desk(room.Organizer)).Next;
        // One of each table leaves; of the two who came before them one had sat with the organizer.
        var gone = arranged.Select(table => table.First(number => number > 0)).ToList();
        foreach (var number in gone)
            await room.Grain.Leave(people[number - 1]);
        await room.Arrive(1);

        var tables = (await room.Start()).Tables;

        Assert.Equal(3, Assert.Single(tables).Count);
        Assert.Equal(2, met.Count);
    }

    [Fact]
    public async Task Who_is_left_alone_at_a_table_goes_on_at_the_smallest_other_one()
    {
        var room = await NewRoom.In(silo, NewRoom.Plan with { TableSize = 2 });
        var people = await room.Arrive(5);
        var round = await room.Start();
        var table = round.Tables.First(numbers => !numbers.Contains(0));
        var browsers = await Browsers.Watch(silo, room.Grain);

        await room.Grain.Leave(people[table[0] - 1]);

        Assert.Equal(new PresenceChanged(table[0], Presence.Left), Assert.Single((await browsers.Next(RoomTopic.Room)).Events));
        var seated = Assert.IsType<ParticipantSeated>(Assert.Single((await browsers.Next(RoomTopic.Room)).Events));
        Assert.Equal(table[1], seated.Number);
        var after = (await room.Look()).Tables;
        Assert.Equal([0, 2, 3], after.Select(numbers => numbers.Count).Order());
        Assert.Contains(table[1], after[seated.Table - 1]);
    }

    [Fact]
    public async Task Who_is_left_alone_stays_so_rather_than_sit_with_somebody_they_are_kept_apart_from()
    {
        var room = await NewRoom.In(silo, NewRoom.Plan with { TableSize = 2 });
        var people = await room.Arrive(3);
        var round = await room.Start();
        var (mine, others) = (round.Tables.Single(numbers => numbers.Contains(0)), round.Tables.Single(numbers => !numbers.Contains(0)));
        await silo.Grains.GetGrain<IStancesGrain>(0).Put(room.Organizer, people[others[0] - 1], Stance.Blocked);

        await room.Grain.Leave(people[mine.Single(number => number > 0) - 1]);

        Assert.Equal([1, 2], (await room.Look()).Tables.Select(numbers => numbers.Count).Order());
    }
}
