using Weave.Contacts;

namespace Weave.Telegram;

/// <summary>The member's contact book, a few people at a time, the latest first.</summary>
internal sealed class ContactList(IGrainFactory grains, Words words)
{
    private const int PageSize = 5;

    /// <summary>As many pages as one character counts; the whole book is in the browser.</summary>
    private const int LastPage = 74;

    public async Task List(Turn turn, int page)
    {
        page = Math.Clamp(page, 0, LastPage);
        var book = await grains.GetGrain<IContactBookGrain>(turn.Me.Id).List(page * PageSize, PageSize);
        turn.Show(book.Total == 0
            ? new BotMessage { Text = words.Html("NoContacts"), Buttons = [[new BotButton(words.Plain("Rounds"), new Press(PressVerb.Rounds))]] }
            : new BotMessage
            {
                Text = $"{words.Html("Contacts")}\n\n{string.Join("\n\n", book.Items.Select(Card))}",
                Buttons = Turning(page, book.Total),
            });
    }

    private string Card(Contact contact)
    {
        var name = $"<b>{Html.Escape(contact.Name)}</b>";
        var about = string.Join(" · ", new[] { contact.Headline, contact.Company }.Where(text => text.Length > 0));
        List<string> ways = [contact.Card.Email, contact.Card.Phone, .. contact.Card.Links];
        if (contact.Card.Telegram.Length > 0)
            name = $"<a href=\"https://t.me/{Html.Escape(contact.Card.Telegram)}\">{name}</a>";
        return string.Join('\n', new[]
        {
            name, Html.Escape(about), Html.Escape(string.Join(" · ", ways.Where(way => way.Length > 0))), $"<i>{Html.Escape(contact.Occasion)}</i>",
        }.Where(line => line.Length > 0));
    }

    private BotButton[][] Turning(int page, int total)
    {
        List<BotButton> row = [];
        if (page > 0)
            row.Add(new BotButton(words.Plain("Back"), new Press(PressVerb.Contacts, (char)('0' + page - 1))));
        if (page < LastPage && (page + 1) * PageSize < total)
            row.Add(new BotButton(words.Plain("More"), new Press(PressVerb.Contacts, (char)('0' + page + 1))));
        return row.Count == 0 ? [] : [[.. row]];
    }
}
