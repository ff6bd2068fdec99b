using System.Data.Common;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Weave.Agenda;
using Weave.Contacts;
using Weave.Members;
using Weave.Notifications;
using Xunit;

namespace Weave.Rooms;

public sealed class AfterTests(TestSilo silo)
{
    [Fact]
    public async Task Whom_one_met_and_wanted_and_missed_is_seen_after_the_room_and_a_wish_of_both_is_told_to_both()
    {
        var evening = await Evening();
        await evening.Room.Grain.Wish(evening.People[0], evening.Stranger(0), wanted: true);
        await evening.Room.Grain.Wish(evening.Member(evening.Stranger(0)), 0, wanted: true);
        await evening.Room.Grain.Wish(evening.Member(evening.Mate(0)), evening.Stranger(evening.Mate(0)), wanted: true);
        await Expect.Refused(Refusal.TooEarly, () => evening.Room.Grain.After(evening.People[0]), "room");
        await evening.Close();

        var mine = await evening.After(0);
        Assert.Equal([evening.Mate(0)], mine.Met.Select(person => person.Who.Number));
        Assert.Equal((evening.Stranger(0), true), Assert.Single(mine.Missed) is var missed ? (missed.Who.Number, missed.BothWished) : default);
        Assert.True(Assert.Single((await evening.After(evening.Stranger(0))).Missed).BothWished);
        Assert.False(Assert.Single((await evening.After(evening.Mate(0))).Missed).BothWished);
        await Expect.Refused(Refusal.NotInTheRoom, () => evening.Room.Grain.After(Guid.CreateVersion7()));
    }

    [Fact]
    public async Task An_introduction_is_asked_for_agreed_to_and_both_get_what_the_other_shares()
    {
        var evening = await Evening();
        await evening.Close();
        var (asker, asked) = (1, evening.Stranger(1));

        await evening.Room.Grain.AskIntroduction(evening.Member(asker), asked);
        await evening.Room.Grain.AskIntroduction(evening.Member(asker), asked);
        Assert.Equal(IntroductionState.Asked, Assert.Single((await evening.After(asker)).Missed).Introduction);
        Assert.Equal((asker, ContactFields.Email), Assert.Single((await evening.After(asked)).Asking) is var asking ? (asking.Who.Number, asking.WouldGive) : default);
        Assert.Equal([typeof(IntroductionAsked)], await Notices(evening.Member(asked)));

        await Expect.Refused(Refusal.AlreadyDone, () => evening.Room.Grain.AnswerIntroduction(evening.Member(asker), asked, agree: true));
        await evening.Room.Grain.AnswerIntroduction(evening.Member(asked), asker, agree: true);
        await Expect.Refused(Refusal.AlreadyDone, () => evening.Room.Grain.AnswerIntroduction(evening.Member(asked), asker, agree: false));

        foreach (var (me, other) in new[] { (asker, asked), (asked, asker) })
        {
            var person = (await evening.After(me)).Met.Single(person => person.Who.Number == other);
            Assert.Equal($"{person.Who.Name.ToLowerInvariant()}@example.org", person.Received!.Email);
            Assert.True(person.Kept);
            Assert.Equal(person.Received.Email, (await Book(evening.Member(me)).Find(evening.Member(other)))!.Card.Email);
        }
        Assert.Equal([typeof(IntroductionAgreed)], await Notices(evening.Member(asker)));
        Assert.Empty((await evening.After(asked)).Asking);
    }

    [Fact]
    public async Task Who_declines_is_not_given_away()
    {
        var evening = await Evening();
        await evening.Close();
        var (asker, asked) = (1, evening.Stranger(1));
        await evening.Room.Grain.AskIntroduction(evening.Member(asker), asked);
        await evening.Room.Grain.AnswerIntroduction(evening.Member(asked), asker, agree: false);

        Assert.Equal(IntroductionState.Asked, Assert.Single((await evening.After(asker)).Missed).Introduction);
        Assert.Empty(await Notices(evening.Member(asker)));
        Assert.Null(await Book(evening.Member(asker)).Find(evening.Member(asked)));
        await evening.Room.Grain.AskIntroduction(evening.Member(asker), asked);
        Assert.Empty((await evening.After(asked)).Asking);
    }

    [Fact]
    public async Task Two_who_ask_for_each_other_are_introduced()
    {
        var evening = await Evening();
        await evening.Close();
        var (one, other) = (1, evening.Stranger(1));
        await evening.Room.Grain.AskIntroduction(evening.Member(one), other);
        await evening.Room.Grain.AskIntroduction(evening.Member(other), one);
        // At once, or when the agenda asks for what was put off.
        await evening.Room.Grain.AsReference<IDueGrain>().OnDue("introductions");
        Assert.NotNull(await Book(evening.Member(one)).Find(evening.Member(other)));
        Assert.NotNull(await Book(evening.Member(other)).Find(evening.Member(one)));
    }

    [Fact]
    public async Task People_of_whom_one_has_blocked_the_other_see_nothing_of_each_other_and_are_not_introduced()
    {
        var evening = await Evening();
        var (me, mate, stranger) = (1, evening.Mate(1), evening.Stranger(1));
        await evening.Room.Grain.ShareContact(evening.Member(mate), me, ContactFields.Email);
        await evening.Room.Grain.Wish(evening.Member(me), stranger, wanted: true);
        await evening.Close();
        var stances = silo.Grains.GetGrain<IStancesGrain>(0);
        await stances.Put(evening.Member(mate), evening.Member(me), Stance.Blocked);
        await stances.Put(evening.Member(me), evening.Member(stranger), Stance.Blocked);

        await evening.Room.Grain.AskIntroduction(evening.Member(stranger), me);

        var after = await evening.After(me);
        Assert.Empty(after.Met.Concat(after.Missed).Concat(after.Asking));
        Assert.Empty(await Notices(evening.Member(me)));
        await Expect.Refused(Refusal.AlreadyDone, () => evening.Room.Grain.AnswerIntroduction(evening.Member(me), stranger, agree: true));
    }

    [Fact]
    public async Task An_introduction_asked_for_before_the_lights_went_out_is_told()
    {
        var evening = await Evening();
        await evening.Close();
        await evening.Room.Grain.AskIntroduction(evening.Member(1), evening.Stranger(1));
        await using (var db = await silo.Services.GetRequiredService<DbDataSource>().OpenConnectionAsync(TestContext.Current.CancellationToken))
        {
            await db.ExecuteAsync("DELETE FROM Outbox WHERE Member = @member", new { member = evening.Member(evening.Stranger(1)) });
            await db.ExecuteAsync("DELETE FROM OutboxKey WHERE Key LIKE @key", new { key = $"room:{evening.Room.Id:N}%" });
            await db.ExecuteAsync("UPDATE RoomWish SET Told = 0 WHERE Room = @room", new { room = evening.Room.Id });
        }

        await evening.Room.Grain.AsReference<IDueGrain>().OnDue("introductions");

        Assert.Equal([typeof(IntroductionAsked)], await Notices(evening.Member(evening.Stranger(1))));
    }

    [Fact]
    public async Task What_a_table_wrote_stays_with_those_who_sat_there()
    {
        var evening = await Evening(over: false);
        await evening.Room.Grain.WriteNote(evening.Member(1), 1, 0, "Call Lena");
        await evening.Room.End();
        await evening.Close();

        foreach (var number in new[] { 1, evening.Mate(1) })
        {
            var note = Assert.Single((await evening.After(number)).Notes);
            Assert.Equal((1, "Call Lena"), (note.Round, note.Text));
            Assert.Single(note.With);
        }
        Assert.Empty((await evening.After(evening.Stranger(1))).Notes);
    }

    [Fact]
    public async Task Whom_one_sat_with_can_be_kept_by_name_and_given_to()
    {
        var evening = await Evening();
        await evening.Close();
        await evening.Room.Grain.Keep(evening.Member(1), evening.Mate(1));
        await evening.Room.Grain.ShareContact(evening.Member(1), evening.Mate(1), ContactFields.Email);
        await Expect.Refused(Refusal.NotInTheRoom, () => evening.Room.Grain.Keep(evening.Member(1), evening.Stranger(1)));
        await Expect.Refused(Refusal.Invalid, () => evening.Room.Grain.Keep(evening.Member(1), 1), "number");

        var person = Assert.Single((await evening.After(1)).Met);
        Assert.Equal((true, ContactFields.Email), (person.Kept, person.Given));
        Assert.Equal("", (await Book(evening.Member(1)).Find(evening.Member(evening.Mate(1))))!.Card.Email);
        Assert.NotNull(Assert.Single((await evening.After(evening.Mate(1))).Met).Received);
    }

    [Fact]
    public async Task Organizers_see_what_was_thought_of_the_room_in_numbers_once_there_are_enough_of_them()
    {
        var evening = await Evening();
        await Expect.Refused(Refusal.TooEarly, () => evening.Room.Grain.Rate(evening.Member(1), 5, null));
        await evening.Close();
        await evening.Room.Grain.Rate(evening.Member(1), 5, null);
        await evening.Room.Grain.Rate(evening.Member(1), null, again: true);
        await evening.Room.Grain.Rate(evening.Member(2), 4, again: false);
        await Expect.Refused(Refusal.OutOfRange, () => evening.Room.Grain.Rate(evening.Member(1), 6, null), "useful");

        Assert.Equal((5, true), await evening.After(1) is var mine ? (mine.Useful, mine.Again) : default);
        Assert.Null((await evening.After(1)).Feedback);
        Assert.Equal(new FeedbackFigures(2, null, null, 2), (await evening.After(0)).Feedback);
        await evening.Room.Grain.Rate(evening.Member(3), 3, again: true);
        Assert.Equal(new FeedbackFigures(3, 4, 2, 3), (await evening.After(0)).Feedback);
    }

    [Fact]
    public async Task A_contact_can_be_given_to_the_whole_room_but_not_to_those_one_has_blocked()
    {
        var evening = await Evening();
        await silo.Grains.GetGrain<IStancesGrain>(0).Put(evening.Member(1), evening.Member(2), Stance.Blocked);
        await evening.Room.Grain.ShareWithRoom(evening.Member(1), ContactFields.All);
        Assert.Equal([0, 3], (await evening.Room.Grain.Snapshot(evening.Member(1))).Given.Select(given => given.To).Order());
        await Expect.Refused(Refusal.Required, () => evening.Room.Grain.ShareWithRoom(evening.Member(1), ContactFields.None), "fields");
        await Expect.Refused(Refusal.NotInTheRoom, () => evening.Room.Grain.ShareWithRoom(Guid.CreateVersion7(), ContactFields.All));
        await evening.Close();
        await Expect.Refused(Refusal.RoomClosed, () => evening.Room.Grain.ShareWithRoom(evening.Member(1), ContactFields.All));
    }

    private IContactBookGrain Book(Guid member) => silo.Grains.GetGrain<IContactBookGrain>(member);

    private async Task<IReadOnlyList<Type>> Notices(Guid member)
    {
        await using var db = await silo.Services.GetRequiredService<DbDataSource>().OpenConnectionAsync(TestContext.Current.CancellationToken);
        var notices = await db.QueryAsync<string>("SELECT Notice FROM Outbox WHERE Member = @member ORDER BY Stored", new { member });
        return [.. notices.Select(notice => System.Text.Json.JsonSerializer.Deserialize<Notice>(notice)!.GetType()).Where(type => type.Name.StartsWith("Introduction", StringComparison.Ordinal))];
    }

    /// <summary>An organizer and three members who have sat in pairs for one round.</summary>
    private async Task<OneEvening> Evening(bool over = true)
    {
        var room = await NewRoom.In(silo, NewRoom.Plan with { TableSize = 2, Rounds = 1 });
        Guid[] people = [room.Organizer, .. await room.Arrive(3)];
        var tables = (await room.Start()).Tables;
        if (over)
            await room.End();
        return new(room, people, tables);
    }

    private sealed record OneEvening(NewRoom Room, Guid[] People, IReadOnlyList<IReadOnlyList<int>> Tables)
    {
        public Guid Member(int number) => People[number];

        public int Mate(int number) => Tables.Single(table => table.Contains(number)).Single(other => other != number);

        public int Stranger(int number) => Tables.Single(table => !table.Contains(number))[0];

        public async Task Close() => await Room.Grain.Close(Room.Organizer, (await Room.Look()).Step);

        public Task<RoomAfter> After(int number) => Room.Grain.After(People[number]);
    }
}
