using System.Net;
using Weave.Members;
using Xunit;

namespace Weave.Contacts;

public sealed class ContactsPageTests(WeaveApp weave) : IClassFixture<WeaveApp>
{
    private readonly string _address = $"{Guid.NewGuid():N}@example.org";

    [Theory]
    [InlineData("/contacts"), InlineData("/contacts.vcf"), InlineData("/contacts/0190a1b2000070008000000000000001.vcf")]
    [InlineData("/rooms/0190a1b2000070008000000000000001/contacts.vcf")]
    public async Task Strangers_are_asked_to_sign_in(string path)
    {
        using var stranger = new Visitor(weave.Url);

        await stranger.Open(path);

        Assert.StartsWith("/sign-in", stranger.Path, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task An_empty_book_says_how_to_fill_it()
    {
        using var me = new Visitor(weave.Url);
        await me.SignIn(_address, "Me");

        await me.Open("/contacts");

        Assert.Contains("No contacts yet", me.Text, StringComparison.Ordinal);
        Assert.Contains("href=\"/rooms\"", me.Html, StringComparison.Ordinal);
        await me.Open("/contacts.vcf");
        Assert.Equal((HttpStatusCode.OK, ""), (me.Status, me.Html));
    }

    [Fact]
    public async Task A_contact_is_shown_with_all_ways_to_reach_them()
    {
        using var me = new Visitor(weave.Url);
        await me.SignIn(_address, "Me");
        await (await Book()).Receive(Anna() with
        {
            Name = "Anna <b>",
            Card = new ContactCard { Email = "anna@example.org", Phone = "+49 30 1234567", Telegram = "anna", Links = ["https://example.org/anna", "javascript:alert(1)"] },
        });

        await me.Open("/contacts");

        Assert.Contains("Anna <b>", me.Text, StringComparison.Ordinal);
        Assert.Contains("CFO · Acme", me.Text, StringComparison.Ordinal);
        Assert.Contains("Founders", me.Text, StringComparison.Ordinal);
        foreach (var href in new[] { "mailto:anna@example.org", "tel:&#x2B;49301234567", "https://t.me/anna", "https://example.org/anna" })
            Assert.Contains($"href=\"{WebUtility.HtmlDecode(href)}\"", WebUtility.HtmlDecode(me.Html), StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", me.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("javascript:", me.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_book_is_leafed_through()
    {
        using var me = new Visitor(weave.Url);
        await me.SignIn(_address, "Me");
        var book = await Book();
        for (var i = 0; i < 25; i++)
            await book.Receive(Anna() with { Member = Guid.CreateVersion7(), Name = $"Person-{i:00}", At = weave.Clock.GetUtcNow().AddMinutes(i) });

        await me.Open("/contacts");
        Assert.Contains("Person-24", me.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Person-00", me.Text, StringComparison.Ordinal);
        await me.Open("/contacts?page=2");
        Assert.Contains("Person-00", me.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Person-24", me.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("page=3", me.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cards_are_saved_one_by_one_a_room_s_or_all()
    {
        using var me = new Visitor(weave.Url);
        await me.SignIn(_address, "Me");
        var room = Guid.CreateVersion7();
        var (anna, boris) = (Anna() with { Source = $"room:{room:N}" }, Anna() with { Name = "Boris" });
        await (await Book()).Receive(anna);
        await (await Book()).Receive(boris);

        Assert.Equal("Boris", Names((await me.Open($"/contacts/{boris.Member:N}.vcf")).Html));
        Assert.Equal("Anna", Names((await me.Open($"/rooms/{room:N}/contacts.vcf")).Html));
        Assert.Equal("Anna Boris", Names((await me.Open("/contacts.vcf")).Html));
        Assert.Equal(HttpStatusCode.NotFound, (await me.Open($"/contacts/{Guid.CreateVersion7():N}.vcf")).Status);

        using var handler = new HttpClientHandler { CookieContainer = me.Cookies };
        using var client = new HttpClient(handler);
        using var answer = await client.GetAsync(new Uri(weave.Url, "/contacts.vcf"), TestContext.Current.CancellationToken);
        Assert.Equal("text/vcard", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("contacts.vcf", answer.Content.Headers.ContentDisposition?.FileName?.Trim('"'));
        Assert.True(answer.Headers.CacheControl?.NoStore);
    }

    private static string Names(string cards) => string.Join(' ',
        cards.Split("\r\n").Where(line => line.StartsWith("FN:", StringComparison.Ordinal)).Select(line => line[3..]).Order(StringComparer.Ordinal));

    private async Task<IContactBookGrain> Book()
    {
        var me = await weave.Grains.GetGrain<IAccountGrain>(AccountKey.Email(_address)).Find();
        return weave.Grains.GetGrain<IContactBookGrain>(me!.Value);
    }

    private Contact Anna() => new()
    {
        Member = Guid.CreateVersion7(),
        Name = "Anna",
        Headline = "CFO",
        Company = "Acme",
        Card = new ContactCard { Email = "anna@example.org" },
        Source = "room:x",
        Occasion = "Founders",
        At = weave.Clock.GetUtcNow(),
    };
}
