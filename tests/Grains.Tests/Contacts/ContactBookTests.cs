using Weave.Members;
using Xunit;

namespace Weave.Contacts;

public sealed class ContactBookTests(TestSilo silo)
{
    private static readonly DateTimeOffset Start = new(2027, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private readonly Guid _owner = Guid.CreateVersion7();

    private IContactBookGrain Book => silo.Grains.GetGrain<IContactBookGrain>(_owner);

    [Fact]
    public async Task Receiving_again_changes_nothing()
    {
        var anna = Anna(Start) with { Card = new ContactCard { Email = "anna@example.org", Links = ["https://a.example/", "https://b.example/"] } };
        await Book.Receive(anna);
        await Book.Receive(anna);

        var contact = Assert.Single((await Book.List(0, 10)).Items);
        Assert.Equal(("Anna", "CFO", "Acme", "anna@example.org", Start), (contact.Name, contact.Headline, contact.Company, contact.Card.Email, contact.At));
        Assert.Equal(["https://a.example/", "https://b.example/"], contact.Card.Links);
        Assert.Equal("Anna", (await Book.Find(anna.Member))?.Name);
        Assert.Null(await Book.Find(_owner));
    }

    [Fact]
    public async Task Fields_are_added_and_none_is_taken_away()
    {
        var anna = Anna(Start);
        await Book.Receive(anna with { Card = new ContactCard { Email = "anna@example.org", Telegram = "anna" } });
        await Book.Receive(anna with { Name = "Anna Maria", Card = new ContactCard { Phone = "+49 30 1234567", Telegram = "annam" }, Source = "room:b", Occasion = "CFOs", At = Start.AddDays(1) });
        // What was under way for long does not overwrite what is newer.
        await Book.Receive(anna with { Card = new ContactCard { Telegram = "old", Links = ["https://a.example/"] }, Source = "room:0", At = Start.AddDays(-1) });

        var contact = Assert.Single((await Book.List(0, 10)).Items);
        Assert.Equal(("Anna Maria", "room:b", "CFOs", Start.AddDays(1)), (contact.Name, contact.Source, contact.Occasion, contact.At));
        Assert.Equal(("anna@example.org", "+49 30 1234567", "annam"), (contact.Card.Email, contact.Card.Phone, contact.Card.Telegram));
        Assert.Equal(["https://a.example/"], contact.Card.Links);
    }

    [Fact]
    public async Task The_latest_come_first_a_slice_at_a_time()
    {
        for (var day = 0; day < 5; day++)
            await Book.Receive(Anna(Start.AddDays(day)) with { Member = Guid.CreateVersion7(), Name = $"{day}" });

        var page = await Book.List(1, 2);

        Assert.Equal((5, "3", "2"), (page.Total, page.Items[0].Name, page.Items[1].Name));
        Assert.Empty((await Book.List(-5, -1)).Items);
    }

    [Fact]
    public async Task A_person_met_in_two_rooms_is_found_under_both()
    {
        var anna = Anna(Start);
        await Book.Receive(anna with { Source = "room:a" });
        await Book.Receive(anna with { Source = "room:b", At = Start.AddDays(1) });

        Assert.Equal(anna.Member, Assert.Single(await Book.From("room:a")).Member);
        Assert.Equal(anna.Member, Assert.Single(await Book.From("room:b")).Member);
        Assert.Empty(await Book.From("room:c"));
    }

    [Fact]
    public async Task Nobody_is_in_their_own_book_or_sees_another_s()
    {
        await Book.Receive(Anna(Start) with { Member = _owner });
        await silo.Grains.GetGrain<IContactBookGrain>(Guid.CreateVersion7()).Receive(Anna(Start));

        Assert.Equal(0, (await Book.List(0, 10)).Total);
    }

    private static Contact Anna(DateTimeOffset at) => new()
    {
        Member = Guid.CreateVersion7(),
        Name = "Anna",
        Headline = "CFO",
        Company = "Acme",
        Card = new ContactCard(),
        Source = "room:a",
        Occasion = "Founders",
        At = at,
    };
}
