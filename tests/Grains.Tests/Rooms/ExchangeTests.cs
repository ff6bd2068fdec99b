using Weave.Contacts;
using Weave.Members;
using Xunit;

namespace Weave.Rooms;

public sealed class ExchangeTests(TestSilo silo)
{
    [Fact]
    public async Task What_is_given_reaches_the_receiver_the_giver_and_the_contact_book()
    {
        var room = await NewRoom.In(silo);
        var (anna, boris) = (await room.Arrive("Anna"), await room.Arrive("Boris"));
        var browsers = await Browsers.Watch(silo, room.Grain);

        await room.Grain.ShareContact(anna, 2, ContactFields.All);

        var given = Assert.IsType<ContactGiven>(Assert.Single((await browsers.Next("participant:1")).Events)).Given;
        Assert.Equal(new SharedMine(2, ContactFields.Email), given);
        var received = Assert.IsType<ContactReceived>(Assert.Single((await browsers.Next("participant:2")).Events)).Contact;
        Assert.Equal((1, "anna@example.org"), (received.From, received.Card.Email));
        Assert.Equal(given, Assert.Single((await room.Grain.Snapshot(anna)).Given));
        Assert.Equal("anna@example.org", Assert.Single((await room.Grain.Snapshot(boris)).Received).Card.Email);
        var contact = Assert.Single((await Book(boris).List(0, 10)).Items);
        Assert.Equal((anna, "Anna", "anna@example.org", $"room:{room.Id:N}", "Founders"), (contact.Member, contact.Name, contact.Card.Email, contact.Source, contact.Occasion));
        Assert.Equal(0, (await Book(anna).List(0, 10)).Total);
    }

    [Fact]
    public async Task Nothing_goes_between_people_of_whom_one_has_blocked_the_other_and_nobody_is_told()
    {
        var room = await NewRoom.In(silo);
        var (anna, boris, chen) = (await room.Arrive("Anna"), await room.Arrive("Boris"), await room.Arrive("Chen"));
        await silo.Grains.GetGrain<IStancesGrain>(0).Put(boris, anna, Stance.Blocked);

        await room.Grain.ShareContact(anna, 2, ContactFields.All);
        await room.Grain.ShareContact(boris, 1, ContactFields.All);
        await room.Grain.ShareContact(anna, 3, ContactFields.All);

        Assert.Equal(0, (await Book(boris).List(0, 10)).Total + (await Book(anna).List(0, 10)).Total);
        Assert.Equal(1, (await Book(chen).List(0, 10)).Total);
    }

    [Fact]
    public async Task Giving_again_adds_fields_and_takes_none_away()
    {
        var room = await NewRoom.In(silo);
        var anna = await room.Member();
        await silo.Grains.GetGrain<IMemberGrain>(anna).SetCard(new ContactCard { Email = "anna@example.org", Phone = "+49 30 1234567" });
        await room.Grain.Join(anna, "tab", host: null);
        var browsers = await Browsers.Watch(silo, room.Grain);

        await room.Grain.ShareContact(anna, 0, ContactFields.Email);
        await room.Grain.ShareContact(anna, 0, ContactFields.Phone | ContactFields.Links);
        await room.Grain.ShareContact(anna, 0, ContactFields.Email);

        var contact = Assert.Single((await room.Look()).Received);
        Assert.Equal(("anna@example.org", "+49 30 1234567"), (contact.Card.Email, contact.Card.Phone));
        Assert.Equal(ContactFields.Email | ContactFields.Phone, Assert.Single((await room.Grain.Snapshot(anna)).Given).Fields);
        Assert.Equal("+49 30 1234567", Assert.Single((await Book(room.Organizer).List(0, 10)).Items).Card.Phone);
        Assert.Equal(1, (await browsers.Next("participant:0")).Version);
        Assert.Equal(2, (await browsers.Next("participant:0")).Version);
        await browsers.HearNothingElse(room);
    }

    [Fact]
    public async Task Who_has_filled_in_their_contact_since_they_came_gives_it_in_the_room_and_after_it()
    {
        var room = await NewRoom.In(silo, NewRoom.Plan with { TableSize = 2 });
        var anna = await room.Member();
        await silo.Grains.GetGrain<IMemberGrain>(anna).SetCard(new ContactCard());
        await room.Grain.Join(anna, "tab", host: null);
        await room.Start();
        await Expect.Refused(Refusal.Required, () => room.Grain.ShareContact(anna, 0, ContactFields.All), "fields");

        await silo.Grains.GetGrain<IMemberGrain>(anna).SetCard(new ContactCard { Phone = "+49 30 1234567" });

        Assert.Equal("+49 30 1234567", (await room.Grain.Snapshot(anna)).MyCard.Phone);
        await room.Grain.Close(room.Organizer, 1);
        Assert.Equal("+49 30 1234567", (await room.Grain.After(anna)).MyCard.Phone);
        await room.Grain.ShareContact(anna, 0, ContactFields.All);
        Assert.Equal("+49 30 1234567", Assert.Single((await room.Grain.After(room.Organizer)).Met).Received?.Phone);
    }

    [Fact]
    public async Task A_whole_table_is_given_to_at_once()
    {
        var room = await NewRoom.In(silo);
        var members = await room.Arrive(5);
        await Expect.Refused(Refusal.NotAtATable, () => room.Grain.ShareContact(members[0], null, ContactFields.All));
        var table = (await room.Start()).Tables.Single(table => table.Contains(1));

        await room.Grain.ShareContact(members[0], null, ContactFields.All);

        Assert.Equal(table.Except([1]), (await room.Grain.Snapshot(members[0])).Given.Select(given => given.To).Order());
    }

    [Fact]
    public async Task Those_one_sat_with_can_be_given_to_after_they_left_and_after_the_room_closed()
    {
        var room = await NewRoom.In(silo, NewRoom.Plan with { TableSize = 2 });
        var members = await room.Arrive(3);
        var partner = (await room.Start()).Tables.Single(table => table.Contains(1)).Single(number => number != 1);
        await room.End();
        var all = new[] { room.Organizer, members[0], members[1], members[2] };
        var stranger = Enumerable.Range(0, 4).First(number => number != 1 && number != partner);
        await room.Grain.Leave(all[partner]);
        if (stranger != 0)
            await room.Grain.Leave(all[stranger]);

        await room.Grain.ShareContact(members[0], partner, ContactFields.Email);
        await room.Grain.Close(room.Organizer, 2);
        await room.Grain.ShareContact(members[0], partner, ContactFields.Email);
        await Expect.Refused(Refusal.NotInTheRoom, () => room.Grain.ShareContact(members[0], stranger, ContactFields.Email));

        var met = Assert.Single((await room.Grain.After(all[partner])).Met);
        Assert.Equal((members[0], "guest0@example.org"), (met.Who.Member, met.Received?.Email));
    }

    [Fact]
    public async Task Nothing_goes_to_strangers_to_oneself_or_without_a_field()
    {
        var room = await NewRoom.In(silo);
        var (anna, boris) = (await room.Arrive("Anna"), await room.Arrive("Boris"));
        await Expect.Refused(Refusal.NotInTheRoom, () => room.Grain.ShareContact(anna, 3, ContactFields.All));
        await Expect.Refused(Refusal.NotInTheRoom, () => room.Grain.ShareContact(anna, -1, ContactFields.All));
        await Expect.Refused(Refusal.Invalid, () => room.Grain.ShareContact(anna, 1, ContactFields.All), "to");
        await Expect.Refused(Refusal.Required, () => room.Grain.ShareContact(anna, 2, ContactFields.None), "fields");
        await Expect.Refused(Refusal.Required, () => room.Grain.ShareContact(anna, 2, ContactFields.Phone), "fields");
        await room.Grain.Leave(boris);
        await Expect.Refused(Refusal.NotInTheRoom, () => room.Grain.ShareContact(anna, 2, ContactFields.All));
        await Expect.Refused(Refusal.NotInTheRoom, () => room.Grain.ShareContact(boris, 1, ContactFields.All));
        await Expect.Refused(Refusal.NotInTheRoom, () => room.Grain.ShareContact(Guid.CreateVersion7(), 1, ContactFields.All));
    }

    private IContactBookGrain Book(Guid member) => silo.Grains.GetGrain<IContactBookGrain>(member);
}
