using Microsoft.Extensions.Localization;
using Weave.Rooms;

namespace Weave.Telegram;

/// <summary>A room that is over, for somebody who was in it: what they think of it, whom they met and missed, and what is left to do about them.</summary>
internal sealed class RoomAfterCard(IGrainFactory grains, Words words, RoomAfterButtons buttons, IStringLocalizer<RoomAfterTexts> texts)
{
    private const int PeopleShown = 20;
    private const int NotesShown = 4;
    private const int WordsShown = 4;
    private const int NoteLength = 300;

    public async Task<BotMessage> Card(Guid room, Guid reader)
    {
        var title = (await grains.GetGrain<IRoomGrain>(room).Page(null)).Plan.Title;
        var after = await grains.GetGrain<IRoomGrain>(room).After(reader);
        return new BotMessage
        {
            Text = string.Join("\n\n", Parts(after).Prepend($"<b>{Html.Escape(title)}</b>\n{words.Html("Room.Over")}").Where(part => part.Length > 0)),
            Buttons = buttons.Of(room, after),
        };
    }

    private IEnumerable<string> Parts(RoomAfter after)
    {
        yield return People(words.Html("Room.Met"), after.Met.Select(person => $"{Person(person)}{(person.BothWished ? $" · ★ {Text("BothWished")}" : "")}"));
        yield return People($"{Text("Missed")}:", after.Missed.Select(person => $"{Person(person)}{(person.Introduction == IntroductionState.None ? "" : $" · ✓ {Text("Asked")}")}"));
        yield return after.Met.Count(person => person.Received is not null) is > 0 and var received ? words.Html("Room.OverNext", received) : "";
        yield return People($"📝 <i>{Text("Notes")}:</i>", after.Notes.TakeLast(NotesShown).Select(note => $"<i>{Text("NoteOf", note.Round, note.Table)}:</i> {Html.Escape(Short(note.Text))}"));
        yield return People($"✉️ <i>{Text("Whispers")}:</i>", after.Whispers.TakeLast(WordsShown).Select(word => $"<b>{Html.Escape(word.From)}:</b> {Html.Escape(Short(word.Text))}"));
        yield return after switch
        {
            { Useful: 0 } => $"<b>{Text("Useful")}</b>\n{Text("UsefulHint")}",
            { Again: null } => $"<b>{Text("Again")}</b>",
            _ => Text("Thanks"),
        };
    }

    private static string People(string head, IEnumerable<string> lines) => lines.Take(PeopleShown).ToList() is { Count: > 0 } some ? $"{head}\n{string.Join('\n', some)}" : "";

    /// <summary>The name leads to a chat with those who have given their Telegram contact.</summary>
    private static string Person(PersonAfter person)
    {
        var name = $"<b>{Html.Escape(person.Who.Name)}</b>";
        var line = string.Join(" · ", new[] { person.Who.Headline, person.Who.Company }.Where(text => text.Length > 0));
        return (person.Received?.Telegram is { Length: > 0 } username ? $"<a href=\"https://t.me/{Html.Escape(username)}\">{name}</a>" : name) + (line.Length > 0 ? $" · {Html.Escape(line)}" : "");
    }

    private string Text(string name, params object[] arguments) => Html.Escape(texts[name, arguments]);

    private static string Short(string text) => text.Length <= NoteLength ? text : $"{text[..(NoteLength - 1)]}…";
}
