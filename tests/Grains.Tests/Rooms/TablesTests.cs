using Xunit;

namespace Weave.Rooms;

public sealed class TablesTests(TestSilo silo)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Two_who_want_another_question_at_once_move_their_table_by_one_and_no_other()
    {
        var (room, people, tables) = await Seated();
        var (mine, other) = (tables[0], tables[1]);
        var browsers = await Browsers.Watch(silo, room.Grain);

        await room.Grain.TurnQuestion(people[mine[0]], 0);
        await room.Grain.TurnQuestion(people[mine[1]], 0);

        Assert.Equal(new QuestionTurned(1), Assert.Single((await browsers.Next("table:1:1").WaitAsync(Patience, TestContext.Current.CancellationToken)).Events));
        await browsers.HearNothingElse(room);
        Assert.Equal((1, 0), ((await room.Grain.Snapshot(people[mine[1]])).Talk!.Turn, (await room.Grain.Snapshot(people[other[0]])).Talk!.Turn));
        await room.End();
        await Expect.Refused(Refusal.NotAtATable, () => room.Grain.TurnQuestion(people[mine[0]], 1));
        Assert.Null((await room.Grain.Snapshot(people[mine[0]])).Talk);
        await room.Start();
        Assert.Equal(0, (await room.Grain.Snapshot(people[mine[1]])).Talk!.Turn);
    }

    [Fact]
    public async Task Nothing_that_is_written_at_a_table_is_overwritten_unread()
    {
        var (room, people, tables) = await Seated();
        var (anna, boris, other) = (people[tables[0][0]], people[tables[0][1]], people[tables[1][0]]);
        var browsers = await Browsers.Watch(silo, room.Grain);

        await room.Grain.WriteNote(anna, 1, 0, "Call Lena");
        await Expect.Refused(Refusal.AlreadyDone, () => room.Grain.WriteNote(boris, 1, 0, "Call Mei"), "note");
        await room.Grain.WriteNote(boris, 1, 1, "Call Lena\r\nCall Mei");

        Assert.Equal(new NoteWritten(1, tables[0][0], "Call Lena"), Assert.Single((await browsers.Next("table:1:1").WaitAsync(Patience, TestContext.Current.CancellationToken)).Events));
        Assert.Equal((2, "Call Lena\nCall Mei"), (await room.Grain.Snapshot(anna)).Talk is { } talk ? (talk.NoteVersion, talk.Note) : default);
        Assert.Equal("", (await room.Grain.Snapshot(other)).Talk!.Note);
        await Expect.Refused(Refusal.TooLong, () => room.Grain.WriteNote(anna, 1, 2, new string('x', 2001)), "text");

        await room.End();
        await room.Grain.WriteNote(anna, 1, 2, "What was typed when the round ended");
        await Expect.Refused(Refusal.NotAtATable, () => room.Grain.WriteNote(anna, 2, 0, "Too early"));
        await room.Start();
        await Expect.Refused(Refusal.NotAtATable, () => room.Grain.WriteNote(anna, 1, 3, "Too late"));
        await Expect.Refused(Refusal.NotInTheRoom, () => room.Grain.WriteNote(Guid.CreateVersion7(), 2, 0, "Not here"));
    }

    [Fact]
    public async Task A_table_that_asks_for_help_is_seen_by_organizers_of_whom_one_comes()
    {
        var (room, people, tables) = await Seated();
        var table = tables[0].Contains(0) ? 2 : 1;
        var (anna, elsewhere) = (people[tables[table - 1][0]], people[tables[2 - table].First(number => number != 0)]);
        var browsers = await Browsers.Watch(silo, room.Grain);

        await room.Grain.CallHelp(anna, wanted: true);
        await room.Grain.CallHelp(anna, wanted: true);
        var call = new HelpCall(table, tables[table - 1][0], null);
        Assert.Equal(new HelpChanged(table, call), Assert.Single((await browsers.Next("participant:0").WaitAsync(Patience, TestContext.Current.CancellationToken)).Events));
        Assert.Equal(call, Assert.Single((await room.Look()).Calls));
        Assert.Equal(call, Assert.Single((await room.Grain.Snapshot(anna)).Calls));
        Assert.Empty((await room.Grain.Snapshot(elsewhere)).Calls);

        await Expect.Refused(Refusal.NotAnOrganizer, () => room.Grain.ComeToTable(anna, table, coming: true));
        await Expect.Refused(Refusal.AlreadyDone, () => room.Grain.ComeToTable(room.Organizer, 3 - table, coming: true));
        await room.Grain.ComeToTable(room.Organizer, table, coming: true);
        Assert.Equal(0, Assert.Single((await room.Grain.Snapshot(anna)).Calls).Coming);
        await room.Grain.ComeToTable(room.Organizer, table, coming: false);
        Assert.Null(Assert.Single((await room.Look()).Calls).Coming);

        await room.Grain.CallHelp(anna, wanted: false);
        Assert.Empty((await room.Look()).Calls);
        await room.Grain.CallHelp(anna, wanted: true);
        await room.End();
        Assert.Empty((await room.Look()).Calls);
        await Expect.Refused(Refusal.NotAtATable, () => room.Grain.CallHelp(anna, wanted: true));
    }

    [Fact]
    public async Task Questions_to_begin_with_are_lines_of_a_sensible_length_and_number()
    {
        var room = await NewRoom.In(silo, NewRoom.Plan with { Icebreakers = [" Why here? ", "", "Why now?", "Why here?"] });
        Assert.Equal(["Why here?", "Why now?"], (await room.Look()).Plan.Icebreakers);
        await Expect.Refused(Refusal.TooLong, () => NewRoom.In(silo, NewRoom.Plan with { Icebreakers = [new string('x', 201)] }), "Icebreakers");
        await Expect.Refused(Refusal.OutOfRange, () => NewRoom.In(silo, NewRoom.Plan with { Icebreakers = [.. Enumerable.Range(0, 51).Select(i => $"{i}")] }), "Icebreakers");
    }

    private async Task<(NewRoom Room, Guid[] People, IReadOnlyList<IReadOnlyList<int>> Tables)> Seated()
    {
        var room = await NewRoom.In(silo, NewRoom.Plan with { TableSize = 2 });
        Guid[] people = [room.Organizer, .. await room.Arrive(3)];
        return (room, people, (await room.Start()).Tables);
    }
}
