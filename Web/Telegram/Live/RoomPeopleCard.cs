using Weave.Notifications;
using Weave.Rooms;

namespace Weave.Telegram;

/// <summary>Who is in the room, a few at a time, in its message: whom to meet, and a contact for all.</summary>
internal sealed class RoomPeopleCard(RoomPeopleText people, RoomLiveButtons live, Words words)
{
    private const int OnAPage = 8;

    /// <summary>Whether the reader looks through them now.</summary>
    public static bool Shows(LivePeople? looking, RoomSnapshot now) => looking is { } at && at.Step == now.Step && Offered(now);

    /// <summary>At a table one talks to those who sit there; after the room they have a card of their own.</summary>
    public static bool Offered(RoomSnapshot now) => now.TableOf(now.Me) == 0 && now.Phase != RoomPhase.Closed;

    public BotMessage Card(LivePeople looking, RoomSnapshot now)
    {
        var all = now.Participants.Where(who => who.Number != now.Me && who.Presence != Presence.Left && !who.Hidden).ToList();
        var pages = Math.Max(1, (all.Count + OnAPage - 1) / OnAPage);
        var page = Math.Clamp(looking.Page, 0, pages - 1);
        var shown = all.Skip(page * OnAPage).Take(OnAPage).ToList();
        return new()
        {
            Text = string.Join("\n\n", [$"<b>{Html.Escape(now.Plan.Title)}</b>\n{words.Html(all.Count == 0 ? "Room.NobodyElse" : "Room.People", all.Count)}", .. shown.Select(who => people.Card(who, now, brief: true))]),
            Buttons =
            [
                .. shown.Select(who => live.Wish(now, who.Number)).Chunk(2),
                .. all.Count == 0 ? (BotButton[][])[] : [[new(words.Plain("Room.GiveRoom"), RoomPress.Of(RoomPress.GiveRoom, now.Room))]],
                [
                    .. page > 0 ? (BotButton[])[new(words.Plain("Back"), RoomPress.Of(RoomPress.People, now.Room, page - 1))] : [],
                    .. page < pages - 1 ? (BotButton[])[new(words.Plain("More"), RoomPress.Of(RoomPress.People, now.Room, page + 1))] : [],
                    new(words.Plain("Room.NotPeople"), RoomPress.Of(RoomPress.NotPeople, now.Room)),
                ],
            ],
        };
    }
}
