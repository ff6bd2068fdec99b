using Weave.Rooms;

namespace Weave.Telegram;

/// <summary>People of a room as a chat shows them.</summary>
internal sealed class RoomPeopleText(Words words)
{
    private const int LongestWish = 140;

    /// <summary>Name, one line, what we share and, unless it is to be <paramref name="brief"/>, what they look for and offer. The name leads to a chat with those who have given their Telegram contact.</summary>
    public string Card(Participant who, RoomSnapshot room, bool brief)
    {
        var me = room.Participants[room.Me];
        List<string> both = who == me ? [] : [.. who.Interests.Intersect(me.Interests, StringComparer.OrdinalIgnoreCase)];
        return string.Join('\n', new[]
        {
            $"{Name(who, room)}{(who.Presence == Presence.Away ? $" <i>({words.Html("Room.Away")})</i>" : "")}",
            Html.Escape(Line(who)),
            both.Count == 0 ? "" : $"✨ {words.Html("Room.Both", CardText.Row(both))}",
            brief || who.LooksFor.Length == 0 ? "" : $"<i>{words.Html("Field.LooksFor")}:</i> {Html.Escape(Html.Short(who.LooksFor, LongestWish))}",
            brief || who.Offers.Length == 0 ? "" : $"<i>{words.Html("Field.Offers")}:</i> {Html.Escape(Html.Short(who.Offers, LongestWish))}",
        }.Where(line => line.Length > 0));
    }

    public static string Name(Participant who, RoomSnapshot room)
    {
        var name = $"<b>{Html.Escape(who.Name)}</b>";
        return LinkTo(who, room) is { } link ? $"<a href=\"{Html.Escape(link)}\">{name}</a>" : name;
    }

    /// <summary>Where to write to somebody; null unless they have given their Telegram contact in this room.</summary>
    public static string? LinkTo(Participant who, RoomSnapshot room) =>
        room.Received.FirstOrDefault(contact => contact.From == who.Number) is { Card.Telegram: { Length: > 0 } username } ? $"https://t.me/{username}" : null;

    private static string Line(Participant who) => string.Join(" · ", new[] { who.Headline, who.Company }.Where(text => text.Length > 0));
}
