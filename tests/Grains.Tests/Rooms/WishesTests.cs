using Weave.Members;
using Xunit;

namespace Weave.Rooms;

public sealed class WishesTests(TestSilo silo)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task A_wish_is_kept_and_told_to_nobody_but_the_one_who_wishes()
    {
        var room = await NewRoom.In(silo);
        var (anna, boris) = (await room.Arrive("Anna"), await room.Arrive("Boris"));
        var browsers = await Browsers.Watch(silo, room.Grain);

        await room.Grain.Wish(anna, 2, wanted: true);
        await room.Grain.Wish(anna, 2, wanted: true);
        await room.Grain.Wish(boris, 1, wanted: true);

        Assert.Equal([2], (await room.Grain.Snapshot(anna)).Wishes);
        Assert.Equal([1], (await room.Grain.Snapshot(boris)).Wishes);
        Assert.Empty((await room.Look()).Wishes);
        Assert.Equal(new WishChanged(2, true), Assert.Single((await browsers.Next("participant:1").WaitAsync(Patience, TestContext.Current.CancellationToken)).Events));
        Assert.Equal(1, (await browsers.Next("participant:2").WaitAsync(Patience, TestContext.Current.CancellationToken)).Version);
        await browsers.HearNothingElse(room);
    }

    [Fact]
    public async Task A_wish_can_be_taken_back_and_is_of_somebody_else_who_has_come()
    {
        var room = await NewRoom.In(silo);
        var (anna, boris) = (await room.Arrive("Anna"), await room.Arrive("Boris"));
        await room.Grain.Wish(anna, 2, wanted: true);
        await room.Grain.Leave(boris);
        await room.Grain.Wish(anna, 0, wanted: true);
        await room.Grain.Wish(anna, 2, wanted: false);

        Assert.Equal([0], (await room.Grain.Snapshot(anna)).Wishes);
        await Expect.Refused(Refusal.Invalid, () => room.Grain.Wish(anna, 1, wanted: true));
        await Expect.Refused(Refusal.NotInTheRoom, () => room.Grain.Wish(anna, 3, wanted: true));
        await Expect.Refused(Refusal.NotInTheRoom, () => room.Grain.Wish(anna, -1, wanted: true));
        await Expect.Refused(Refusal.NotInTheRoom, () => room.Grain.Wish(boris, 1, wanted: true));
        await Expect.Refused(Refusal.NotInTheRoom, () => room.Grain.Wish(Guid.CreateVersion7(), 1, wanted: true));
    }

    [Fact]
    public async Task Two_who_both_wish_sit_together_once_and_who_has_blocked_the_other_never_does()
    {
        var room = await NewRoom.In(silo, NewRoom.Plan with { TableSize = 2, Rounds = 3 });
        var members = await room.Arrive(7);
        await room.Grain.Wish(members[0], 6, wanted: true);
        await room.Grain.Wish(members[5], 1, wanted: true);
        await room.Grain.Wish(members[1], 3, wanted: true);
        await room.Grain.Wish(members[2], 2, wanted: true);
        await silo.Grains.GetGrain<IStancesGrain>(0).Put(members[2], members[1], Stance.Blocked);

        var all = new List<IReadOnlyList<int>>();
        for (var round = 0; round < 3; round++)
        {
            all.AddRange((await room.Start()).Tables);
            await room.End();
        }

        Assert.Single(all, table => table.SequenceEqual([1, 6]));
        Assert.DoesNotContain(all, table => table.SequenceEqual([2, 3]));
    }

    [Fact]
    public async Task What_is_written_to_the_one_on_the_stage_reaches_them_alone_and_waits_until_it_is_seen()
    {
        var (room, people, speaker) = await OnStage();
        var author = (speaker + 1) % 3;
        var browsers = await Browsers.Watch(silo, room.Grain);

        await room.Grain.Whisper(people[author], speaker, "one", "  I know\nsomebody for you ");
        await room.Grain.Whisper(people[author], speaker, "one", "I know somebody for you");

        var told = Assert.IsType<WhisperReceived>(Assert.Single((await browsers.Next($"participant:{speaker}").WaitAsync(Patience, TestContext.Current.CancellationToken)).Events)).Whisper;
        Assert.Equal((author, "I know somebody for you", false), (told.From, told.Text, told.Seen));
        await browsers.HearNothingElse(room);
        Assert.Equal(told, Assert.Single((await room.Grain.Snapshot(people[speaker])).Whispers));
        Assert.Empty((await room.Grain.Snapshot(people[author])).Whispers);

        await room.Grain.WhispersSeen(people[speaker], told.Id);
        Assert.True(Assert.Single((await room.Grain.Snapshot(people[speaker])).Whispers).Seen);
    }

    [Fact]
    public async Task One_writes_to_who_is_or_was_on_the_stage_a_little_and_not_to_who_has_blocked_one()
    {
        var (room, people, speaker) = await OnStage();
        var (author, other) = ((speaker + 1) % 3, (speaker + 2) % 3);
        await Expect.Refused(Refusal.NotInTheRoom, () => room.Grain.Whisper(people[author], other, "a", "Hello"));
        await Expect.Refused(Refusal.Invalid, () => room.Grain.Whisper(people[speaker], speaker, "a", "Hello"));
        await Expect.Refused(Refusal.Required, () => room.Grain.Whisper(people[author], speaker, "a", " "), "text");
        await Expect.Refused(Refusal.TooLong, () => room.Grain.Whisper(people[author], speaker, "a", new string('x', 501)), "text");
        await Expect.Refused(Refusal.Invalid, () => room.Grain.Whisper(people[author], speaker, "", "Hello"), "key");
        await Expect.Refused(Refusal.NotInTheRoom, () => room.Grain.Whisper(Guid.CreateVersion7(), speaker, "a", "Hello"));
        for (var i = 0; i < 3; i++)
            await room.Grain.Whisper(people[author], speaker, $"{i}", "Hello");
        await Expect.Refused(Refusal.TooMany, () => room.Grain.Whisper(people[author], speaker, "4", "Hello"));

        await silo.Grains.GetGrain<IStancesGrain>(0).Put(people[speaker], people[other], Stance.Blocked);
        await room.Grain.Whisper(people[other], speaker, "a", "Hello");
        Assert.Equal([author], (await room.Grain.Snapshot(people[speaker])).Whispers.Select(whisper => whisper.From).Distinct());
    }

    [Fact]
    public async Task Signs_belong_to_the_stage()
    {
        var room = await NewRoom.In(silo);
        var anna = await room.Arrive();
        await Expect.Refused(Refusal.AlreadyDone, () => room.Grain.React(anna, Reaction.Clap));
        await Expect.Refused(Refusal.Invalid, () => room.Grain.React(anna, (Reaction)9));
        await Expect.Refused(Refusal.NotInTheRoom, () => room.Grain.React(Guid.CreateVersion7(), Reaction.Clap));
    }

    [Fact]
    public void Signs_are_told_together_and_too_many_of_one_person_are_passed_over()
    {
        var (reactions, now) = (new Reactions(), NewRoom.Plan.StartsAt);
        Assert.Equal(10, Enumerable.Range(0, 30).Count(_ => reactions.Add(1, Reaction.Clap, now)));
        Assert.True(reactions.Add(2, Reaction.Idea, now));
        Assert.Empty(reactions.Take(now));
        Assert.Equal([10, 0, 0, 1], Assert.IsType<Reacted>(Assert.Single(reactions.Take(now + Reactions.Gathered))).Counts);
        Assert.Empty(reactions.Take(now + Reactions.Gathered));
        Assert.True(reactions.Add(1, Reaction.Heart, now + TimeSpan.FromSeconds(5)));
    }

    private async Task<(NewRoom Room, Guid[] People, int Speaker)> OnStage()
    {
        var room = await NewRoom.In(silo, NewRoom.Plan with { SpeakerTime = TimeSpan.FromSeconds(60) });
        Guid[] people = [room.Organizer, .. await room.Arrive(2)];
        await room.Grain.Introduce(room.Organizer, 0);
        return (room, people, (await room.Look()).Stage[0]);
    }
}
