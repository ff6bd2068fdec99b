using Weave.Members;
using Xunit;

namespace Weave.Rooms;

public sealed class QuestionsTests(TestSilo silo)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task A_question_is_asked_once_and_heard_by_all()
    {
        var room = await NewRoom.In(silo);
        var (anna, boris) = (await room.Arrive("Anna"), await room.Arrive("Boris"));
        var browsers = await Browsers.Watch(silo, room.Grain);

        await room.Grain.Ask(anna, "key", 2, "What  did you\nlearn?");
        await room.Grain.Ask(anna, "key", 2, "What did you learn?");
        await room.Grain.Ask(boris, "key", null, "When is the next room?");

        var asked = new RoomQuestion(1, 1, 2, "What did you learn?", 0, Voted: false, QuestionStanding.Open);
        Assert.Equal(asked, Assert.IsType<QuestionAsked>(Assert.Single((await browsers.Next(RoomTopic.Room).WaitAsync(Patience, TestContext.Current.CancellationToken)).Events)).Question);
        Assert.Equal([asked, new(2, 2, null, "When is the next room?", 0, Voted: false, QuestionStanding.Open)], (await room.Look()).Questions);
    }

    [Fact]
    public async Task Everybody_votes_once_and_not_for_themselves()
    {
        var room = await NewRoom.In(silo);
        var (anna, boris) = (await room.Arrive("Anna"), await room.Arrive("Boris"));
        await room.Grain.Ask(anna, "key", null, "Why?");

        await Expect.Refused(Refusal.Invalid, () => room.Grain.Vote(anna, 1, important: true), "question");
        await room.Grain.Vote(boris, 1, important: true);
        await room.Grain.Vote(boris, 1, important: true);
        await room.Grain.Vote(room.Organizer, 1, important: true);
        Assert.Equal((2, true), Assert.Single((await room.Grain.Snapshot(boris)).Questions) is var seen ? (seen.Votes, seen.Voted) : default);
        Assert.False(Assert.Single((await room.Grain.Snapshot(anna)).Questions).Voted);

        await room.Grain.Vote(boris, 1, important: false);
        Assert.Equal((1, false), Assert.Single((await room.Grain.Snapshot(boris)).Questions) is var after ? (after.Votes, after.Voted) : default);
        await Expect.Refused(Refusal.NotFound, () => room.Grain.Vote(boris, 7, important: true));
        await Expect.Refused(Refusal.NotInTheRoom, () => room.Grain.Vote(Guid.CreateVersion7(), 1, important: true));
    }

    [Fact]
    public async Task Organizers_mark_what_is_answered_and_hide_what_does_not_belong_and_take_it_back()
    {
        var room = await NewRoom.In(silo);
        var anna = await room.Arrive("Anna");
        await room.Grain.Ask(anna, "key", null, "Why?");

        await Expect.Refused(Refusal.NotAnOrganizer, () => room.Grain.Settle(anna, 1, QuestionStanding.Hidden));
        await Expect.Refused(Refusal.NotFound, () => room.Grain.Settle(room.Organizer, 2, QuestionStanding.Hidden));
        await Expect.Refused(Refusal.Invalid, () => room.Grain.Settle(room.Organizer, 1, (QuestionStanding)7), "standing");
        await room.Grain.Settle(room.Organizer, 1, QuestionStanding.Hidden);
        Assert.Empty((await room.Grain.Snapshot(anna)).Questions);
        Assert.Equal(QuestionStanding.Hidden, Assert.Single((await room.Look()).Questions).Standing);
        await Expect.Refused(Refusal.AlreadyDone, () => room.Grain.Vote(room.Organizer, 1, important: true));

        await room.Grain.Settle(room.Organizer, 1, QuestionStanding.Open);
        await room.Grain.Settle(room.Organizer, 1, QuestionStanding.Answered);
        Assert.Equal(QuestionStanding.Answered, Assert.Single((await room.Grain.Snapshot(anna)).Questions).Standing);
    }

    [Fact]
    public async Task A_question_has_words_and_an_addressee_who_has_not_blocked_its_author_and_there_are_not_too_many()
    {
        var room = await NewRoom.In(silo);
        var (anna, boris) = (await room.Arrive("Anna"), await room.Arrive("Boris"));
        await Expect.Refused(Refusal.Required, () => room.Grain.Ask(anna, "a", null, "  "), "text");
        await Expect.Refused(Refusal.TooLong, () => room.Grain.Ask(anna, "a", null, new string('x', 301)), "text");
        await Expect.Refused(Refusal.Invalid, () => room.Grain.Ask(anna, "", null, "Why?"), "key");
        await Expect.Refused(Refusal.Invalid, () => room.Grain.Ask(anna, "a\0", null, "Why?"), "key");
        await Expect.Refused(Refusal.Invalid, () => room.Grain.Ask(anna, "a", 1, "Why?"), "number");
        await Expect.Refused(Refusal.NotInTheRoom, () => room.Grain.Ask(anna, "a", 5, "Why?"));
        await Expect.Refused(Refusal.NotInTheRoom, () => room.Grain.Ask(Guid.CreateVersion7(), "a", null, "Why?"));
        await silo.Grains.GetGrain<IStancesGrain>(0).Put(boris, anna, Stance.Blocked);
        await room.Grain.Ask(anna, "a", 2, "Why?");
        Assert.Null(Assert.Single((await room.Look()).Questions).To);

        for (var i = 1; i < 10; i++)
            await room.Grain.Ask(anna, $"{i}", null, "Why?");
        await Expect.Refused(Refusal.TooMany, () => room.Grain.Ask(anna, "z", null, "Why?"), "question");
        await room.Grain.Close(room.Organizer, 0);
        await Expect.Refused(Refusal.RoomClosed, () => room.Grain.Ask(boris, "b", null, "Why?"));
    }
}
