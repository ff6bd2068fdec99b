using Weave.Shell;

namespace Weave.Contacts;

/// <summary>Contacts to take along: one, those of a room, or all, as files a phone's address book opens.</summary>
internal static class VCardEndpoints
{
    private const int Slice = 500;

    public static void MapVCards(this WebApplication app)
    {
        var cards = app.MapGroup("").RequireAuthorization();
        cards.MapGet("/contacts.vcf", (HttpContext http, Viewer viewer, IGrainFactory grains) => Send(http, "contacts", All(Book(grains, viewer))));
        cards.MapGet("/contacts/{member:guid}.vcf", (Guid member, HttpContext http, Viewer viewer, IGrainFactory grains) =>
            Send(http, "contact", One(Book(grains, viewer), member)));
        cards.MapGet("/rooms/{id:guid}/contacts.vcf", (Guid id, HttpContext http, Viewer viewer, IGrainFactory grains) =>
            Send(http, "room-contacts", Of(Book(grains, viewer), id)));
    }

    private static IContactBookGrain Book(IGrainFactory grains, Viewer viewer) => grains.GetGrain<IContactBookGrain>(viewer.Require());

    private static async IAsyncEnumerable<Contact> All(IContactBookGrain book)
    {
        for (var read = 0; ;)
        {
            var page = await book.List(read, Slice);
            foreach (var contact in page.Items)
                yield return contact;
            read += page.Items.Count;
            if (page.Items.Count == 0 || read >= page.Total)
                yield break;
        }
    }

    private static async IAsyncEnumerable<Contact> One(IContactBookGrain book, Guid member)
    {
        yield return await book.Find(member) ?? throw new Refused(Refusal.NotFound);
    }

    private static async IAsyncEnumerable<Contact> Of(IContactBookGrain book, Guid room)
    {
        foreach (var contact in await book.From($"room:{room:N}"))
            yield return contact;
    }

    /// <summary>Writes card by card, so that a large book takes little memory.</summary>
    private static async Task Send(HttpContext http, string name, IAsyncEnumerable<Contact> contacts)
    {
        await foreach (var contact in contacts)
        {
            Describe(http.Response, name);
            await http.Response.WriteAsync(VCard.Write(contact), http.RequestAborted);
        }
        Describe(http.Response, name);
    }

    /// <summary>Says what comes, once the first contact is known: a refusal before it is a page.</summary>
    private static void Describe(HttpResponse response, string name)
    {
        if (response.HasStarted)
            return;
        response.ContentType = "text/vcard; charset=utf-8";
        response.Headers.ContentDisposition = $"attachment; filename=\"{name}.vcf\"";
        response.Headers.CacheControl = "private, no-store";
    }
}
