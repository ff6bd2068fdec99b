using Weave.Communities;
using Weave.Members;
using Xunit;

namespace Weave.Rooms;

public sealed class RoomTests(TestSilo silo)
{
    [Fact]
    public async Task A_room_that_was_never_opened_refuses_everything()
    {
        var room = silo.Grains.GetGrain<IRoomGrain>(Guid.CreateVersion7());
        var me = Guid.CreateVersion7();

        await Expect.Refused(Refusal.NotFound, () => room.Page(me));
        await Expect.Refused(Refusal.NotFound, () => room.Replan(NewRoom.Plan, me));
        await Expect.Refused(Refusal.NotFound, () => room.Join(me, "tab", "host"));
        await Expect.Refused(Refusal.NotFound, () => room.Snapshot(me));
        await Expect.Refused(Refusal.NotFound, () => room.Leave(me));
        await Expect.Refused(Refusal.NotFound, () => room.StartRound(me, 0));
        await Expect.Refused(Refusal.NotFound, () => room.EndRound(me, 0));
        await Expect.Refused(Refusal.NotFound, () => room.ExtendRound(me, 0, TimeSpan.FromMinutes(1)));
        await Expect.Refused(Refusal.NotFound, () => room.Close(me, 0));
        await Expect.Refused(Refusal.NotFound, () => room.Say(me, "key", "Hello"));
        await Expect.Refused(Refusal.NotFound, () => room.ShareContact(me, null, ContactFields.All));
    }

    [Fact]
    public async Task A_plan_is_refused_at_its_field_and_no_room_is_made()
    {
        var room = silo.Grains.GetGrain<IRoomGrain>(Guid.CreateVersion7());
        (RoomPlan Plan, Refusal Reason, string Field)[] refused =
        [
            (NewRoom.Plan with { Title = " " }, Refusal.Required, "Title"),
            (NewRoom.Plan with { Title = new string('x', 121) }, Refusal.TooLong, "Title"),
            (NewRoom.Plan with { Capacity = 1 }, Refusal.OutOfRange, "Capacity"),
            (NewRoom.Plan with { Capacity = 201 }, Refusal.OutOfRange, "Capacity"),
            (NewRoom.Plan with { TableSize = 1 }, Refusal.OutOfRange, "TableSize"),
            (NewRoom.Plan with { TableSize = 7 }, Refusal.OutOfRange, "TableSize"),
            (NewRoom.Plan with { Rounds = 0 }, Refusal.OutOfRange, "Rounds"),
            (NewRoom.Plan with { Rounds = 41 }, Refusal.OutOfRange, "Rounds"),
            (NewRoom.Plan with { RoundLength = TimeSpan.FromSeconds(59) }, Refusal.OutOfRange, "RoundLength"),
            (NewRoom.Plan with { RoundLength = TimeSpan.FromMinutes(61) }, Refusal.OutOfRange, "RoundLength"),
            (NewRoom.Plan with { VoiceUrl = "ftp://example.org/x" }, Refusal.Invalid, "VoiceUrl"),
            (NewRoom.Plan with { VoiceUrl = "javascript:alert(1)" }, Refusal.Invalid, "VoiceUrl"),
            (NewRoom.Plan with { VoiceUrl = "meet" }, Refusal.Invalid, "VoiceUrl"),
        ];
        foreach (var (plan, reason, field) in refused)
            await Expect.Refused(reason, () => room.Open(plan, "founders"), field);
        await Expect.Refused(Refusal.NotFound, () => room.Page(null));
    }

    [Fact]
    public async Task Opening_again_is_harmless()
    {
        var room = await NewRoom.In(silo, NewRoom.Plan with { VoiceUrl = " https://meet.example.org/weave " });

        await room.Grain.Open(NewRoom.Plan with { Title = "Other" }, "elsewhere");

        var plan = (await room.Grain.Page(null)).Plan;
        Assert.Equal("Founders", plan.Title);
        Assert.Equal("https://meet.example.org/weave", plan.VoiceUrl);
    }

    [Fact]
    public async Task Only_an_organizer_changes_the_plan()
    {
        var room = await NewRoom.In(silo);
        var anna = await room.Arrive();

        await Expect.Refused(Refusal.NotAnOrganizer, () => room.Grain.Replan(NewRoom.Plan, anna));
        await Expect.Refused(Refusal.OutOfRange, () => room.Grain.Replan(NewRoom.Plan with { Rounds = 0 }, room.Organizer), "Rounds");
        await room.Grain.Replan(NewRoom.Plan with { Title = "CFOs" }, room.Organizer);
        Assert.Equal("CFOs", (await room.Look()).Plan.Title);
        Assert.Equal("CFOs", Assert.Single(await room.Community.Rooms(anna)).Title);
    }

    [Fact]
    public async Task Only_members_of_the_community_come_in()
    {
        var room = await NewRoom.In(silo, admission: Admission.ByApproval);
        var stranger = await room.Person("Stranger");
        var waiting = await room.Member("Waiting");

        await Expect.Refused(Refusal.NotAMember, () => room.Grain.Join(stranger, "tab", "host"));
        await Expect.Refused(Refusal.AwaitingApproval, () => room.Grain.Join(waiting, "tab", "host"));
        Assert.Equal(1, (await room.Grain.Page(null)).Participants);
    }

    [Fact]
    public async Task A_second_tab_is_the_same_participant()
    {
        var room = await NewRoom.In(silo);
        var anna = await room.Member();

        var first = await room.Grain.Join(anna, "one", "host");
        var second = await room.Grain.Join(anna, "two", "host");

        Assert.Equal(1, first.Me);
        Assert.Equal(first.Me, second.Me);
        Assert.Equal(first.Version, second.Version);
        Assert.Equal(2, second.Participants.Count);
    }

    [Fact]
    public async Task What_the_profile_says_is_fresh_each_time_one_comes_in()
    {
        var room = await NewRoom.In(silo);
        var anna = await room.Arrive();
        var me = silo.Grains.GetGrain<IMemberGrain>(anna);
        await me.Change(new ProfileChange { Headline = "CFO", Interests = ["fintech"] });
        await me.SetCard(new ContactCard { Phone = "+49 30 1234567", Links = ["https://example.org/"] });
        await me.SetSettings(new MemberSettings { Shares = ContactFields.Phone });

        var snapshot = await room.Grain.Join(anna, "two", "host");

        Assert.Equal("CFO", snapshot.Participants[1].Headline);
        Assert.Equal(["fintech"], snapshot.Participants[1].Interests);
        Assert.Equal("+49 30 1234567", snapshot.MyCard.Phone);
        Assert.Equal(ContactFields.Phone, snapshot.MyFields);
    }

    [Fact]
    public async Task A_room_takes_as_many_as_it_has_places_and_a_place_left_is_free()
    {
        var room = await NewRoom.In(silo, NewRoom.Plan with { Capacity = 2 });
        var anna = await room.Arrive();
        var late = await room.Member("Late");
        await Expect.Refused(Refusal.RoomFull, () => room.Grain.Join(late, "tab", "host"));

        await room.Grain.Leave(anna);
        await room.Grain.Leave(anna);
        var snapshot = await room.Grain.Join(late, "tab", "host");

        Assert.Equal(2, snapshot.Me);
        Assert.Equal([Presence.Here, Presence.Left, Presence.Here], snapshot.Participants.Select(p => p.Presence));
        await Expect.Refused(Refusal.RoomFull, () => room.Grain.Join(anna, "tab", "host"));
        await Expect.Refused(Refusal.NotInTheRoom, () => room.Grain.Snapshot(anna));
    }

    [Fact]
    public async Task Two_hundred_come_in_at_once()
    {
        var room = await NewRoom.In(silo, NewRoom.Plan with { Capacity = 200, TableSize = 5 });
        var members = await Task.WhenAll(Enumerable.Range(0, 199).Select(i => room.Member($"Guest{i}")));

        await Task.WhenAll(members.Select(member => room.Grain.Join(member, NewRoom.Tab(member), "host")));

        var round = await room.Start();
        Assert.Equal(Enumerable.Range(0, 200), round.Tables.SelectMany(table => table).Order());
        Assert.Equal(40, round.Tables.Count);
    }

    [Fact]
    public async Task A_closed_room_lets_nobody_in_and_its_page_stays()
    {
        var room = await NewRoom.In(silo);
        var anna = await room.Arrive();
        await room.Grain.Close(room.Organizer, 0);

        await Expect.Refused(Refusal.RoomClosed, () => room.Grain.Join(anna, "tab", "host"));
        await Expect.Refused(Refusal.AlreadyDone, () => room.Grain.Close(room.Organizer, 0));
        await Expect.Refused(Refusal.AlreadyDone, () => room.Grain.StartRound(room.Organizer, 1));
        await room.Grain.Leave(anna);
        var page = await room.Grain.Page(anna);
        Assert.Equal((RoomPhase.Closed, 2, true), (page.Phase, page.Participants, page.Joined));
        Assert.Equal(RoomPhase.Closed, Assert.Single(await room.Community.Rooms(anna)).Phase);
    }
}
