using Microsoft.Extensions.Localization;
using Weave.Rooms;

namespace Weave.Telegram;

/// <summary>A room that is over, for somebody who was in it: what they think of it, whom they met and missed, and what is left to do about them.</summary>
internal sealed class RoomAfterCard(IGrainFactory grains, Words words, RoomAfterButtons buttons, IStringLocalizer<RoomAfterTexts> texts)
{
    private const int NotesShown = 4;
    private const int WordsShown = 4;
    private const int NoteLength = 300;

    // A message has room for 4,096 characters; what does not fit is on the page of the room.
    private const int PeopleLength = 1100;
    private const int NotesLength = 700;

    public async Task<BotMessage> Card(Guid room, Guid reader)
    {
        var page = await grains.GetGrain<IRoomGrain>(room).Page(null);
        var title = $"<b>{Html.Escape(page.Plan.Title)}</b>\n";
        if (page.Cancelled)
            return new BotMessage { Text = title + words.Html("Room.CalledOff") };
        var after = await grains.GetGrain<IRoomGrain>(room).After(reader);
        return new BotMessage
        {
            Text = string.Join("\n\n", Parts(after).Prepend(title + words.Html("Room.Over")).Where(part => part.Length > 0)),
            Buttons = buttons.Of(room, after),
        };
    }

    private IEnumerable<string> Parts(RoomAfter after)
    {
        yield return Some(PeopleLength, words.Html("Room.OverMet"), after.Met.Select(person => $"{Person(person)}{(person.BothWished ? $" · ★ {Text("BothWished")}" : "")}"));
        yield return Some(PeopleLength, $"{Text("Missed")}:", after.Missed.Select(person => $"{Person(person)}{(person.Introduction == IntroductionState.None ? "" : $" · ✓ {Text("Asked")}")}"));
        yield return after.Met.Count(person => person.Received is not null) is > 0 and var received ? words.Html("Room.OverNext", received) : "";
        yield return Some(NotesLength, $"📝 <i>{Text("Notes")}:</i>", after.Notes.TakeLast(NotesShown).Select(note => $"<i>{Text("NoteOf", note.Round, note.Table)}:</i> {Html.Escape(Html.Short(note.Text, NoteLength))}"));
        yield return Some(NotesLength, $"✉️ <i>{Text("Whispers")}:</i>", after.Whispers.TakeLast(WordsShown).Select(word => $"<b>{Html.Escape(word.From)}:</b> {Html.Escape(Html.Short(word.Text, NoteLength))}"));
        yield return after switch
        {
            { Useful: 0 } => $"<b>{Text("Useful")}</b>\n{Text("UsefulHint")}",
            { Again: null } => $"<b>{Text("Again")}</b>",
            _ => Text("Thanks"),
        };
    }

    /// <summary>As many whole lines as there is room for, and how many more there are; empty without a line.</summary>
    private string Some(int room, string head, IEnumerable<string> lines)
    {
        var all = lines.ToList();
        var shown = all.TakeWhile(line => (room -= Html.Length(line) + 1) >= 0).ToList();
        if (shown.Count < all.Count)
            shown.Add(words.Html("Room.AndMore", all.Count - shown.Count));
        return shown.Count == 0 ? "" : $"{head}\n{string.Join('\n', shown)}";
    }

    /// <summary>The name leads to a chat with those who have given their Telegram contact.</summary>
    private static string Person(PersonAfter person)
    {
        var name = $"<b>{Html.Escape(person.Who.Name)}</b>";
        var line = string.Join(" · ", new[] { person.Who.Headline, person.Who.Company }.Where(text => text.Length > 0));
        return (person.Received?.Telegram is { Length: > 0 } username ? $"<a href=\"https://t.me/{Html.Escape(username)}\">{name}</a>" : name) + (line.Length > 0 ? $" · {Html.Escape(line)}" : "");
    }

    private string Text(string name, params object[] arguments) => Html.Escape(texts[name, arguments]);
}
